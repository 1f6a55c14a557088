import type { Line } from '../mend/line.ts';
import { withoutTags } from '../mend/tags.ts';
import { says, unmark } from '../outline/marks.ts';
import { rememberedInPage } from '../page-memory.ts';
import type { AnyDraft } from './draft.ts';

/** Every so many letters of a text may come from one run more of its lines, above the first two; no inner run is shorter than four. */
const LETTERS_A_RUN = 60;
const SHORTEST_RUN = 4;

/** Fields whose words may stand anywhere in the source, and which an item can do without. */
const QUOTING = [
  'title',
  'label',
  'evaluates',
  'answer',
  'below',
  'weak',
  'strong',
  'include',
  'framework',
  'prepare',
  'note',
  'category',
];

/** The letters and digits of a text in one run: white space, marks and case make no difference. */
export const letters = rememberedInPage((text: string): string =>
  withoutAddresses(withoutTags(withoutComments(text)))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

const withoutComments = (text: string): string => replaceEnded(text, '-->', /<!--.*?-->/gs, ' ');

/** An address ends at the first parenthesis that closes, as in the words that are read of a link. */
const withoutAddresses = (text: string): string => replaceEnded(text, ')', /!?\[([^[\]]*)\]\([^)]*\)/g, '$1');

/** Replaces before the last end of what is looked for only: each beginning there has an end, so that nothing is read twice. */
function replaceEnded(text: string, end: string, pattern: RegExp, replacement: string): string {
  const last = text.lastIndexOf(end);
  if (last < 0) return text;
  const behind = last + end.length;
  return text.slice(0, behind).replace(pattern, replacement) + text.slice(behind);
}

/** Whether every word of a text stands in a source, in order, in few unbroken runs. Both as `letters`. */
function standsIn(text: string, source: string): boolean {
  let from = 0;
  let runs = 2 + Math.floor(text.length / LETTERS_A_RUN);
  for (let done = 0; done < text.length; runs--) {
    const run = longestRun(text.slice(done), source, from);
    const isInner = done > 0 && done + run < text.length;
    if (runs === 0 || run < (isInner ? SHORTEST_RUN : 1)) return false;
    from = source.indexOf(text.slice(done, done + run), from) + run;
    done += run;
  }
  return true;
}

/** How long the longest beginning of a text is that stands in a source behind a place. */
function longestRun(text: string, source: string, from: number): number {
  if (source.indexOf(text, from) >= 0) return text.length;
  let [shortest, longest] = [0, text.length - 1];
  while (shortest < longest) {
    const length = Math.ceil((shortest + longest) / 2);
    if (source.indexOf(text.slice(0, length), from) >= 0) shortest = length;
    else longest = length - 1;
  }
  return shortest;
}

/**
 * Holds drafts to their source before they become items: a text put together of words that its lines do not hold in that order becomes the words of
 * those lines as they stand; a field, a beat or a step of such words is left out. Entities are decoded: a text that holds one is let be.
 */
export function holdToSource(drafts: readonly AnyDraft[], mended: readonly Line[], raw: readonly string[]): void {
  const whole = raw.join(' ');
  const everything = letters(whole);
  const hasEntity = /&#?\w+;/.test(whole);
  const stands = (text: unknown, source = everything) =>
    typeof text !== 'string' || hasEntity || standsIn(letters(text), source);
  for (const draft of drafts) {
    Object.assign(draft, { text: unmark(draft.text), fields: tidied(draft.fields) });
    const { startLine, endLine } = draft.span;
    const own = letters(raw.slice(startLine - 1, endLine).join(' '));
    if (!stands(draft.text, own)) draft.text = wordsOfLines(mended, startLine, endLine);
    if (!stands(draft.text, own)) draft.text = wordsOfLines(mended, startLine, startLine);
    const { fields } = draft;
    for (const [name, value] of Object.entries(fields)) {
      if (!QUOTING.includes(name) || stands(value)) continue;
      delete fields[name as keyof typeof fields];
      delete draft.fieldLines[name];
    }
    if ('beats' in fields) fields.beats = fields.beats?.filter(({ text }) => stands(text));
    if ('steps' in fields) fields.steps = fields.steps?.filter(({ name, text }) => stands(name) && stands(text));
  }
}

/** Fields without marks that composing left at their ends, and without those that say nothing. */
function tidied<T extends object>(fields: T): T {
  const kept = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value))
      return [[name, value.map(tidied).filter((part) => 'name' in part && (name !== 'beats' || 'text' in part))]];
    if (typeof value !== 'string') return [[name, value]];
    const text = unmark(value);
    return says(text) ? [[name, text]] : [];
  });
  return Object.fromEntries(kept) as T;
}

/** The words of some lines, without the marks at their ends. */
const wordsOfLines = (mended: readonly Line[], from: number, to: number): string =>
  unmark(
    mended
      .filter((line) => line.from >= from && line.to <= to)
      .map(({ text }) => withoutTags(text).replace(/^[\s>|*+#-]+|[\s|]+$/g, ''))
      .filter((text) => text !== '')
      .join(' '),
  );
