import { levelsIn } from '../vocabulary/levels.ts';
import { DIVIDER, namesScope } from '../vocabulary/scopes.ts';
import { endsSentence, fenced, isListItem, isPlain, isTableRow, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A line that was broken is at least so long, in characters. */
const WRAPPED = 40;
/** An entry goes on over so many lines, at most. */
const MOST = 4;

/**
 * Entries of an index that were broken at a width, in their scope or before it: "- Explain a reviewMicrosoft · Software" over "Engineer · Onsite"; and a
 * category broken behind its "&". Their lines are joined, so that what is glued there can be divided.
 */
export const wrappedEntries: Repair = {
  name: 'wrapped-entries',
  mend(lines) {
    const inside = fenced(lines);
    const isEntry = (i: number): boolean => {
      const text = lines[i]?.text ?? '';
      return !inside[i] && (MARKED.test(text) || (isPlain(text) && LONE.test(lines[i - 1]?.text ?? '')));
    };
    // Where some scopes are torn, the others may begin on a line of their own by chance.
    const isTorn = lines.some((_, i) => isEntry(i) && tearsScope(lines.slice(i, endOfEntry(lines, i, false))));
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      const end = isEntry(i) ? endOfEntry(lines, i, isTorn) : i + 1;
      const whole = lines.slice(i, end);
      mended.push(whole.length === 1 ? line : { ...line, text: joinedWith(whole), to: whole.at(-1)?.to ?? line.to });
      i = end - 1;
    }
    return mended;
  },
};

const MARKED = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const LONE = /^\s*[-*+•]\s*$/;

const tearsScope = (entry: readonly Line[]): boolean => entry.length > 1 && (entry.at(-1)?.text ?? '').includes('·');

/** The lines of an entry as one; a scope that begins a line is divided from what it is of. */
const joinedWith = (entry: readonly Line[]): string =>
  entry
    .map(({ text }) => text.trim())
    .reduce((above, text) => `${above}${isWholeScope(text) && !above.includes(DIVIDER) ? DIVIDER : ' '}${text}`);

const isWholeScope = (text: string): boolean => text.includes('·') && isScope(text.split(DIVIDER)[0] ?? '');

/** The index behind the last line of an entry whose scope is torn, or whole on lines of its own where `isTorn`. */
function endOfEntry(lines: readonly Line[], start: number, isTorn: boolean): number {
  let joined = (lines[start] as Line).text.trim();
  for (let end = start + 1; end < Math.min(lines.length, start + MOST); end++) {
    const text = lines[end]?.text.trim() ?? '';
    const isDone = isScoped(joined) || endsSentence(joined) || joined.length < WRAPPED;
    if (!goesOn(text) || (isDone && !text.startsWith('· '))) break;
    const isCategory = end === start + 1 && /\p{L} &$/u.test(joined) && /^\p{Lu}[\p{L} ]{2,30}$/u.test(text);
    // A scope that stands on a line of its own is put behind its entry elsewhere.
    const isWhole = !joined.includes(DIVIDER) && isWholeScope(text);
    if (isCategory) return end + 1;
    if (isWhole && !isTorn) break;
    joined = isWhole ? `${joined}${DIVIDER}${text}` : `${joined} ${text}`;
    if (isScoped(joined)) return end + 1;
  }
  return start + 1;
}

/** Two parts behind the title say for whom it is, and nothing is left open. */
const isScoped = (text: string): boolean =>
  !text.endsWith('·') && text.split(DIVIDER).slice(1).filter(isScope).length >= 2;

const goesOn = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) &&
  !isTableRow(text) &&
  (isPlain(text) || /^· \S/.test(text)) &&
  !isListItem(text) &&
  !MARKED.test(text);

const isScope = (text: string): boolean =>
  namesScope(text) || (levelsIn(text).length > 0 && text.split(' ').length <= 2);
