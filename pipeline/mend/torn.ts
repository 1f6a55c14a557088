import { endsSentence, fenced, isBlank, isBullet, isPlain, type Line } from './line.ts';
import type { Notes, Repair } from './repair.ts';

/** The bullet above a heading is left over: the heading is short, and what it heads begins right below. */
const headsList = (text: string, below: string): boolean =>
  isPlain(text) && text.length < 60 && !/[.:;,!?]$/.test(text) && !text.includes(' — ') && /^[-*+] \S/.test(below);

const LONE_BULLET = /^\s*(?:[-*+•–◦▪☐□❏▢?✓✔✅✗✘❌×]|\[ \])\s*$/u;
const BOX = /[☐□❏▢[]/;
/** A mark that says more than that an entry begins. */
const TELLING = /[✓✔✅✗✘❌×]/u;

const LONE_NUMBER = /^\s*(\d{1,2})[.)]?\s*$/;

/**
 * Whether a number alone on its line counts like others that stand alone: one with a point where the next one or the last one stands anywhere,
 * a bare one where it stands two lines further down or up.
 */
function counts(lines: readonly Line[], i: number, dotted: ReadonlySet<number>): boolean {
  const numberAt = (at: number) => Number(LONE_NUMBER.exec(lines[at]?.text ?? '')?.[1] ?? Number.NaN);
  const own = numberAt(i);
  const isDotted = /[.)]\s*$/.test(lines[i]?.text ?? '');
  const above = lines[i - 1]?.text ?? '';
  // The last word of a wrapped line is none.
  if (isPlain(above) && above.length > 40 && !endsSentence(above)) return false;
  if (isDotted) return dotted.has(own + 1) || dotted.has(own - 1);
  return numberAt(i + 2) === own + 1 || numberAt(i - 2) === own - 1;
}

/** A bullet, or a number that counts, alone on its line belongs to the text below it; one above another bullet is left over from nothing. */
export const loneBullets: Repair = {
  name: 'lone-bullets',
  mend(lines, notes) {
    const mended: Line[] = [];
    const dotted = new Set(
      lines.flatMap(({ text }) => (/[.)]\s*$/.test(text) ? Number(LONE_NUMBER.exec(text)?.[1] ?? Number.NaN) : [])),
    );
    const inside = fenced(lines);
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      const next = lines[i + 1];
      if (inside[i]) mended.push(line);
      else if (LONE_BULLET.test(line.text) && next && headsList(next.text, lines[i + 2]?.text ?? ''))
        notes.setAside('markup', line, 'empty-bullet');
      else if (LONE_BULLET.test(line.text) && next && isPlain(next.text) && !LONE_BULLET.test(next.text)) {
        mended.push({
          text: `- ${BOX.test(line.text) ? '[ ] ' : ''}${TELLING.exec(line.text)?.[0].concat(' ') ?? ''}${next.text.trim()}`,
          from: line.from,
          to: next.to,
        });
        i++;
      } else if (LONE_BULLET.test(line.text) && next && LONE_BULLET.test(next.text))
        notes.setAside('markup', line, 'empty-bullet');
      else if (LONE_NUMBER.test(line.text) && counts(lines, i, dotted)) {
        const at = isBlank(next?.text ?? '') ? i + 2 : i + 1;
        const text = lines[at]?.text ?? '';
        if (!isPlain(text) || LONE_NUMBER.test(text)) mended.push(line);
        else {
          mended.push({
            text: `${Number.parseInt(line.text, 10)}. ${text.trim()}`,
            from: line.from,
            to: lines[at]?.to ?? line.to,
          });
          i = at;
        }
      } else mended.push(line);
    }
    return mended;
  },
};

/**
 * A bullet left at the end of a line: the next line is an item, and this one ends its own item's text, which was torn where inline
 * code stood.
 */
export const trailingBullets: Repair = {
  name: 'trailing-bullets',
  mend(lines, notes) {
    const mended: Line[] = [];
    let opens = false;
    for (const line of lines) {
      const starts = opens && isPlain(line.text);
      const trailing = /^(.*\S)\s+[-•]$/.exec(line.text);
      opens = trailing !== null;
      const text = trailing?.[1] ?? line.text;
      const before = mended.at(-1);
      if (starts) mended.push({ ...line, text: `- ${text.trim()}` });
      else if (before && isBullet(before.text) && isPlain(text) && continues(before.text, text, opens, notes)) {
        mended[mended.length - 1] = {
          text: `${before.text} ${unglue(text.trim(), line.from, notes)}`,
          from: before.from,
          to: line.to,
        };
      } else mended.push({ ...line, text });
    }
    return mended;
  },
};

/** Text continues the item above where that one stops short of a sentence's end and this line holds a torn piece. */
const continues = (above: string, text: string, opensNext: boolean, notes: Notes): boolean => {
  if (isBlank(text) || endsSentence(above)) return false;
  return (
    opensNext ||
    (endsSentence(text) &&
      (/^[\p{Ll}\d(]/u.test(text) || (STOPS_SHORT.test(above) && splitGlued(firstOf(text), notes) !== undefined)))
  );
};

/** The last word calls for another. */
const STOPS_SHORT =
  /\s(?:in|on|at|of|to|with|by|for|from|an?|the|behind|like|as|and|or|via|into|than|is|are|was|were|not)$/i;

const firstOf = (text: string): string => (text.trim().split(/\s/, 1)[0] ?? '').replace(/[.,;:]+$/, '');

/** Code and the word that it is glued to: split only where both halves are evident, the rest a word, and the code one too or with a digit, a capital or a mark in it. */
function splitGlued(bare: string, { isWord }: Notes): [string, string] | undefined {
  if (bare === '' || isWord(bare) || /^\p{N}+\p{P}?\p{N}*%?$/u.test(bare)) return undefined;
  const splits: [string, string][] = [];
  for (let at = 2; at <= bare.length - 2; at++) {
    const [code, tail] = [bare.slice(0, at), bare.slice(at)];
    if (!/^\p{Ll}+$/u.test(tail) || !isWord(tail) || /\p{Ll}$/u.test(code) !== /^\p{Ll}*$/u.test(code.slice(-1)))
      continue;
    const codeIsEvident = /^\p{L}+$/u.test(code)
      ? isWord(code) || /^\p{Lu}{2,}$/u.test(code)
      : /[\d/_.]$/u.test(code) || /\d/.test(code);
    if (codeIsEvident) splits.push([code, tail]);
  }
  const likely = splits.filter(([, tail]) => FUNCTION_WORDS.has(tail));
  return likely.length === 1 ? likely[0] : splits.length === 1 ? splits[0] : undefined;
}

/** Inline code torn out of a sentence is glued to the word behind it: "Feastor an" was "Feast or an". Where it cannot be told apart it is kept and flagged. */
function unglue(text: string, line: number, notes: Notes): string {
  const [first = ''] = text.split(/\s/, 1);
  const bare = firstOf(first);
  const chosen = splitGlued(bare, notes);
  if (chosen) {
    notes.note('repaired', `"${first}" read as "${chosen[0]} ${chosen[1]}"`, line);
    return `${chosen[0]} ${chosen[1]}${first.slice(bare.length)}${text.slice(first.length)}`;
  }
  const isKnown = bare === '' || notes.isWord(bare);
  if (!isKnown && /^\p{L}+$/u.test(bare) && bare.toUpperCase() !== bare) notes.note('glued-words', first, line);
  return text;
}

const FUNCTION_WORDS = new Set([
  'or',
  'and',
  'for',
  'with',
  'to',
  'in',
  'on',
  'at',
  'is',
  'as',
  'by',
  'of',
  'an',
  'if',
  'from',
  'per',
  'but',
  'than',
  'the',
  'that',
  'when',
  'then',
  'over',
  'under',
]);
