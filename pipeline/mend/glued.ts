import { companyAtEnd, companyOf } from '../vocabulary/companies.ts';
import { cuesIn } from '../vocabulary/cues.ts';
import { DIVIDER } from '../vocabulary/scopes.ts';
import { difficultyOf, isRoleName, roleNameIn, roleOfHeading, roundOf } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isListItem, isPlain, type Line, rewrite } from './line.ts';
import type { Notes, Repair } from './repair.ts';

/** "Describe a bugMeta · Machine Learning Engineer · Onsite": the name before the first divider is glued to the title. */
export const gluedCompanies: Repair = {
  name: 'glued-companies',
  mend: (lines, { isWord }) => {
    const proven = provenNames(lines, isWord);
    return rewrite(lines, (line) => {
      if (!line.text.includes(DIVIDER)) return undefined;
      const linked = LINKED.exec(line.text);
      if (linked) return [{ ...line, text: `${linked[1]}${linked[2]}${DIVIDER}${line.text.slice(linked[0].length)}` }];
      const [first = '', ...rest] = line.text.split(DIVIDER);
      const known = rest.some((part) => roundOf(part) || difficultyOf(part) || roleNameIn(part));
      if (!known) return undefined;
      const split = companyAtEnd(first) ?? roleAtEnd(first) ?? nameAtEnd(first, proven, isWord);
      return split && [{ ...line, text: [split[0], split[1], ...rest].join(DIVIDER) }];
    });
  },
};

/** "- [Launch a product](/q/4471) Shopify · Product Manager": a title that is a link, and its scope right behind it. */
const LINKED = /^(\s*[-*+]\s+)\[([^\][]+)\]\([^()\s]*\)\s+(?=\p{Lu}[^·]{1,40} · )/u;

/** A role glued to the title, where the index names no company. */
function roleAtEnd(text: string): [string, string] | undefined {
  for (const found of text.matchAll(/(?<=[\p{Ll}\p{N}?.”"')])(?=\p{Lu})/gu)) {
    const [head, tail] = [text.slice(0, found.index), text.slice(found.index)];
    if (isRoleName(tail)) return [head, tail];
  }
  return undefined;
}

/** A title with a name glued to it is no longer than this. */
const LONGEST = 300;

/** Where a small letter meets a capital one, with nothing but words of a name behind it. */
const seams = (text: string): number[] =>
  text.length > LONGEST
    ? []
    : [...text.matchAll(/(?<=[\p{Ll}?.”"')%])(?=\p{Lu}(?:[\p{L}\p{N}&.'-]| (?=\p{Lu}))*$)/gu)].map(
        ({ index }) => index,
      );

const wholeWordBefore = (text: string, at: number, isWord: Notes['isWord']): boolean =>
  isWord(/[\p{L}'’]+(?=[?.”"')]*$)/u.exec(text.slice(0, at))?.[0] ?? '');

/** The names on a page that stand behind a seam with a whole word before it: evidence for lines whose own word no list knows. */
function provenNames(lines: readonly Line[], isWord: Notes['isWord']): Set<string> {
  const proven = new Set<string>();
  for (const { text } of lines) {
    const first = text.includes(DIVIDER) ? (text.split(DIVIDER)[0] ?? '') : '';
    const at = seams(first).find((seam) => wholeWordBefore(first, seam, isWord));
    if (at !== undefined) proven.add(first.slice(at));
  }
  return proven;
}

/**
 * A company that no table knows: what stands behind a seam. Of several ("roadmapMongoDB") it is the first that has a whole word before it, else one
 * whose name another line proves, else the last that leaves more than two capitals behind.
 */
function nameAtEnd(text: string, proven: ReadonlySet<string>, isWord: Notes['isWord']): [string, string] | undefined {
  const places = seams(text);
  const at =
    places.find((seam) => wholeWordBefore(text, seam, isWord)) ??
    places.find((seam) => proven.has(text.slice(seam))) ??
    places.findLast((seam) => !/^\p{Lu}{1,3}$/u.test(text.slice(seam))) ??
    places.at(-1);
  return at === undefined ? undefined : [text.slice(0, at), text.slice(at)];
}

/** So many lines without bullets, one below the other, each with a name glued to its end, are a list. */
const SERIES = 3;

/** "Stakeholder InfluenceBehavioral & Leadership": in a list where every line, or most, has a name glued to its end. */
export const gluedCategories: Repair = {
  name: 'glued-categories',
  mend(lines) {
    const glued = new Set<Line>();
    for (let start = 0; start < lines.length; start++) {
      let end = start;
      while (
        end < lines.length &&
        (isListItem((lines[end] as Line).text) || (end > start && isBlank(lines[end]?.text ?? '')))
      )
        end++;
      const run = lines.slice(start, end).filter(({ text }) => !isBlank(text));
      const hit = run.filter(({ text }) => tailOf(text) !== undefined);
      if (hit.length >= 2 && hit.length >= run.length * 0.6) for (const line of hit) glued.add(line);
      start = Math.max(start, end);
    }
    for (const line of gluedSeries(lines)) glued.add(line);
    const tails = new Map<string, number>();
    for (const { text } of glued) for (const tail of gluedTails(text)) tails.set(tail, (tails.get(tail) ?? 0) + 1);
    return rewrite(lines, (line): Line[] | undefined => {
      const shared = [...tails]
        .filter(([tail, count]) => count >= 2 && line.text.endsWith(tail))
        .sort((a, b) => b[0].length - a[0].length)[0]?.[0];
      const tail = glued.has(line) ? (shared ?? tailOf(line.text)) : undefined;
      return tail === undefined
        ? undefined
        : [
            {
              ...line,
              text: `${isListItem(line.text) ? '' : '- '}${line.text.slice(0, -tail.length)}${DIVIDER}${tail}`,
            },
          ];
    });
  },
};

/**
 * The plain lines of runs in which every line has a name glued to its end. Names of products hold such seams, too: two lines must have the same name
 * there, one of them a company's or one of several words, or the line above must speak of topics.
 */
function gluedSeries(lines: readonly Line[]): Line[] {
  const inside = fenced(lines);
  const found: Line[] = [];
  let run: Line[] = [];
  const isSeries = (above: string) => {
    const tails = run.map(({ text }) => tailOf(text) ?? '');
    const isTold = cuesIn(above).has('related-concept') || roleOfHeading(above)?.role === 'related-concept';
    return isTold || new Set(tails).size < tails.length || tails.some((tail) => / /.test(tail) || companyOf(tail));
  };
  for (const [i, line] of [...lines, undefined].entries()) {
    const isGlued = line && !inside[i] && isPlain(line.text) && !line.text.includes(': ');
    if (isGlued && tailOf(line.text) !== undefined) run.push(line);
    else {
      const above = lines.slice(Math.max(0, i - run.length - 2), i - run.length).findLast(({ text }) => !isBlank(text));
      if (run.length >= SERIES && isSeries(above?.text ?? '')) found.push(...run);
      run = [];
    }
  }
  return found;
}

const tailOf = (text: string): string | undefined => (text.includes(DIVIDER) ? undefined : gluedTails(text).at(-1));

/** What stands behind each place where a small letter, a digit or a bracket meets a capital one, with no space between; names like "MLflow" have none. */
const gluedTails = (text: string): string[] =>
  text.length > 140 || /[.:;!?]$/.test(text)
    ? []
    : [...text.matchAll(/(?<=[\p{L}\p{N})?])(?=\p{Lu}[\p{Ll}\p{Lu}]+(?:$|[ &/,]))/gu)]
        .map(({ index }) => ({ tail: text.slice(index), head: text.slice(0, index) }))
        .filter(({ head }) => /(?:\p{Ll}|\p{Lu}{2,}|[)?\d])$/u.test(head) && head.length > 8)
        .filter(({ head, tail }) => /\p{Ll}$|[)?\d]$/u.test(head) || /^\p{Lu}\p{Ll}/u.test(tail))
        .map(({ tail }) => tail);
