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
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      const isEntry =
        !inside[i] && (MARKED.test(line.text) || (isPlain(line.text) && LONE.test(lines[i - 1]?.text ?? '')));
      const end = isEntry ? endOfEntry(lines, i) : i + 1;
      const whole = lines.slice(i, end);
      mended.push(
        whole.length === 1
          ? line
          : { ...line, text: whole.map(({ text }) => text.trim()).join(' '), to: whole.at(-1)?.to ?? line.to },
      );
      i = end - 1;
    }
    return mended;
  },
};

const MARKED = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S/;
const LONE = /^\s*[-*+•]\s*$/;

/** The index behind the last line of an entry whose scope is torn. */
function endOfEntry(lines: readonly Line[], start: number): number {
  let joined = (lines[start] as Line).text.trim();
  for (let end = start + 1; end < Math.min(lines.length, start + MOST); end++) {
    const text = lines[end]?.text.trim() ?? '';
    const isDone = isScoped(joined) || endsSentence(joined) || joined.length < WRAPPED;
    if (!goesOn(text) || (isDone && !text.startsWith('· '))) break;
    const isCategory = end === start + 1 && /\p{L} &$/u.test(joined) && /^\p{Lu}[\p{L} ]{2,30}$/u.test(text);
    // A scope that stands on a line of its own is put behind its entry elsewhere.
    const isWhole = text.includes('·') && !joined.includes(DIVIDER) && isScope(text.split(DIVIDER)[0] ?? '');
    if (isCategory) return end + 1;
    if (isWhole) break;
    joined = `${joined} ${text}`;
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
