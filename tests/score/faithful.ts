import type { Item } from '../../pipeline/model/item.ts';
import { CANONICAL_BEATS } from './attributes.ts';
import { letters, slug } from './words.ts';

/** Marks of Markdown and HTML that no text of an item may still hold. */
const LEFTOVERS = [/\*\*/, /__/, /\]\(/, /```/, /^\s*[-*•]\s/, /^\s*#{1,6}\s/, /<\/?[a-z]+[ >]/i, /\|\s*$/];
const hasMarkup = (text: string): boolean => LEFTOVERS.some((mark) => mark.test(text));

/** Fields that hold words of the source besides `text`, wherever in the source they stand. */
const QUOTED = new Set<string>(
  'title label evaluates answer dimension below at weak strong include framework prepare note category'.split(' '),
);

/** Every so many letters of a text may come from one run more of the source, above the first two. */
const LETTERS_A_RUN = 60;
/** The shortest run between two others: a shorter one would find its letters anywhere. */
const SHORTEST_RUN = 4;

/** Whether every word of a text stands in the source, in order, in few unbroken runs. Both as `letters`. */
export function standsIn(text: string, source: string): boolean {
  if (text === '') return false;
  let done = 0;
  let from = 0;
  for (let runs = 2 + Math.floor(text.length / LETTERS_A_RUN); done < text.length; runs--) {
    if (runs === 0) return false;
    const run = longestRun(text.slice(done), source, from);
    const isInner = done > 0 && done + run.length < text.length;
    if (run.length < (isInner ? SHORTEST_RUN : 1)) return false;
    done += run.length;
    from = run.end;
  }
  return true;
}

/** The longest beginning of a text that stands in the source at or after a place, at its first such place. */
function longestRun(text: string, source: string, from: number): { length: number; end: number } {
  let shortest = 0;
  let longest = text.length;
  while (shortest < longest) {
    const length = Math.ceil((shortest + longest) / 2);
    if (source.indexOf(text.slice(0, length), from) >= 0) shortest = length;
    else longest = length - 1;
  }
  return { length: shortest, end: source.indexOf(text.slice(0, shortest), from) + shortest };
}

/**
 * Whether an item says nothing that its source does not: `text` in the lines it names, its other fields and the words and
 * names of its beats and steps anywhere in the document, and no markup left in the texts.
 *
 * @param lines the document's lines
 * @param everything the document's `letters`
 */
export function isFaithful(item: Item, lines: readonly string[], everything: string): boolean {
  const { startLine, endLine } = item.source;
  const isQuoted = (text: string) => standsIn(letters(text), everything);
  if (hasMarkup(item.text) || !standsIn(letters(item.text), letters(lines.slice(startLine - 1, endLine).join(' '))))
    return false;
  const fields = Object.entries(item).filter(([name, value]) => QUOTED.has(name) && value !== '');
  if (!fields.every(([, value]) => typeof value !== 'string' || isQuoted(value))) return false;
  const parts = 'beats' in item ? item.beats : 'steps' in item ? item.steps : [];
  return parts.every(
    ({ name, text }) =>
      (!text || (isQuoted(text) && !hasMarkup(text))) && (CANONICAL_BEATS.has(slug(name)) || isQuoted(name)),
  );
}
