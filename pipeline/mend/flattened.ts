import { beatOf } from '../vocabulary/vocabulary.ts';
import { endsSentence, isBullet, isListItem, isNumbered, isPlain, type Line, rewrite } from './line.ts';
import { questionsInRow } from './questions.ts';
import type { Repair } from './repair.ts';

/** A page flattened into one line is divided where Markdown's marks stand in mid-line. */
export const flattenedLines: Repair = {
  name: 'flattened-lines',
  mend: (lines, notes) =>
    rewrite(lines, (raw) => {
      const probes = questionsInRow(raw);
      if (probes) return probes;
      if (raw.text.length < 240 || /^\s*\|/.test(raw.text)) return undefined;
      const line = { ...raw, text: raw.text.replace(UNDERSCORED, '**$1**') };
      const headings = line.text.match(/\s#{1,6}\s+(?=[\p{Lu}\d"“*])/gu)?.length ?? 0;
      const items = line.text.match(/\s[-*•]\s+(?=\p{Lu}|\*\*|["“([\d])/gu)?.length ?? 0;
      const numbers = numbering(line.text);
      const labels = line.text.match(/\s\*\*[^*]{2,60}(?::\*\*|\*\*:)/g)?.length ?? 0;
      if (headings < 1 && items < 3 && numbers.length < 3 && labels < 3) return undefined;
      if (
        headings === 0 &&
        numbers.length >= 3 &&
        items < 3 &&
        !/[:.]\s+1[.)]\s/.test(line.text) &&
        !/^\s*1[.)]\s/.test(line.text)
      )
        return undefined;
      const cuts = new Set<number>();
      const cut = (pattern: RegExp) => {
        for (const found of line.text.matchAll(pattern)) cuts.add(found.index + 1);
      };
      cut(/\s#{1,6}\s+(?=[\p{Lu}\d"“*])/gu);
      if (items >= 3 || headings > 0) cut(/\s[-*•]\s+(?=\p{Lu}|\*\*|["“([\d])/gu);
      if (headings > 0 || labels >= 3) cut(/(?<=[.!?:"”)]|#{1,6}\s[^#]{3,80})\s(?=\*\*[^*]{2,60}(?::\*\*|\*\*:))/g);
      if (headings > 0) cut(/\s---\s/g);
      for (const at of numbers.length >= 3 || headings > 0 ? numbers : []) cuts.add(at);
      const pieces = [...cuts].sort((a, b) => a - b);
      notes.note('repaired', `${pieces.length + 1} lines run together`, line.from);
      return [0, ...pieces]
        .flatMap((from, i) => splitHeading({ ...line, text: line.text.slice(from, pieces[i]).trim() }))
        .filter(({ text }) => text !== '');
    }),
};

/** Strong text between underscores: from here on it stands between stars. */
const UNDERSCORED = /(?<![\p{L}\d_])__([^_\n]{2,80})__(?![\p{L}\d_])/gu;

/** Where "1. … 2. … 3. …" count up inside a line. */
function numbering(text: string): number[] {
  const places: number[] = [];
  let next = 1;
  for (const found of text.matchAll(/(^|\s)(\d{1,2})[.)]\s+(?=[\p{Lu}*"“])/gu)) {
    if (Number(found[2]) !== next) continue;
    places.push(found.index + (found[1] ?? '').length);
    next++;
  }
  return places.filter((at) => at > 0).length >= 2 ? places.filter((at) => at > 0) : [];
}

/** "## Situation We shipped …": a flattened heading has lost the end of its line; known heading words end it. */
function splitHeading(line: Line): Line[] {
  const [, marks = '', text = ''] = /^(#{1,6}\s+)(.*)$/.exec(line.text) ?? [];
  const words = text.split(' ');
  const stop = endOfBeat(words) ?? (text.length < 60 ? undefined : startOfSentence(words));
  if (marks === '' || !stop) return [line];
  return [
    { ...line, text: marks + words.slice(0, stop).join(' ') },
    { ...line, text: words.slice(stop).join(' ') },
  ];
}

/** How many words name a beat, where a sentence follows them. */
const endOfBeat = (words: string[]): number | undefined =>
  endsSentence(words.at(-1) ?? '')
    ? [3, 2, 1].find((n) => beatOf(words.slice(0, n).join(' ')) && /^[\p{Lu}\d"“]/u.test(words[n] ?? ''))
    : undefined;

/** Where, among the first words, a capital one stands before a small one. */
function startOfSentence(words: string[]): number | undefined {
  const opens = (word: string, i: number) =>
    i > 0 &&
    i < 10 &&
    /^\p{Lu}/u.test(word) &&
    /^\p{Ll}/u.test(words[i + 1] ?? '') &&
    !/[—–:-]$/.test(words[i - 1] ?? '');
  const start = words.findIndex(opens);
  return start < 0 ? undefined : start;
}

/** Bullets between the numbers of one list have lost their indent: they belong below the number before them. */
export const flattenedNesting: Repair = {
  name: 'flattened-nesting',
  mend(lines) {
    const nested = new Set<number>();
    for (let start = 0; start < lines.length; start++) {
      if (number(lines[start]) !== 1) continue;
      let last = 1;
      let waiting: number[] = [];
      let end = start + 1;
      for (; end < lines.length; end++) {
        const line = lines[end] as Line;
        if (isBullet(line.text) && !/^\s/.test(line.text)) waiting.push(end);
        else if (number(line) === last + 1) {
          for (const i of waiting) nested.add(i);
          waiting = [];
          last++;
        } else if (!/^\s+\S/.test(line.text)) break;
      }
      const hadNested = [...nested].some((i) => i > start && i < end);
      if (last > 1 && hadNested && endsWithColon(lines, waiting)) for (const i of waiting) nested.add(i);
      start = end - 1;
    }
    return lines.map((line, i) => (nested.has(i) ? { ...line, text: `   ${line.text}` } : line));
  },
};

/** The bullets behind the last number are its own where that number promises a list. */
const endsWithColon = (lines: readonly Line[], waiting: number[]): boolean => {
  const first = waiting[0];
  return first !== undefined && /:\**\s*$/.test(lines[first - 1]?.text ?? '');
};

const number = (line: Line | undefined): number | undefined =>
  line && isNumbered(line.text) && !/^\s/.test(line.text) ? Number.parseInt(line.text, 10) : undefined;

/** A number torn in two by a line break: "12" and ".5 %", "1," and "000". */
export const splitNumbers: Repair = {
  name: 'split-numbers',
  mend(lines, notes) {
    const mended: Line[] = [];
    for (const line of lines) {
      const before = mended.at(-1);
      const torn =
        before &&
        !isListItem(line.text) &&
        isPlain(line.text) &&
        /\d$|\d[.,]$/.test(before.text) &&
        /^\s*(?:[.,]\d|%|\d{3}\b)/.test(line.text);
      if (
        torn &&
        (/^\s*[.,%]/.test(line.text) ||
          /\d,$/.test(before.text) ||
          (/\d\.$/.test(before.text) && /^\s*\d+\s*%/.test(line.text)))
      ) {
        mended[mended.length - 1] = { text: before.text + line.text.trim(), from: before.from, to: line.to };
        notes.note('split-number', `${before.text.slice(-8)} / ${line.text.trim().slice(0, 8)}`, line.from);
      } else mended.push(line);
    }
    return mended;
  },
};
