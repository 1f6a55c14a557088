import { endsAsking } from '../outline/prompt.ts';
import { DIVIDER, namesScope } from '../vocabulary/scopes.ts';
import { beatOf, metadataOf } from '../vocabulary/vocabulary.ts';
import { endsSentence, isListItem, isPlain, isTableRow, type Line } from './line.ts';

/** "Meta · Data Engineer · Onsite": for whom a page is. */
export const isScopeLine = (text: string): boolean => {
  const parts = text.trim().split(DIVIDER);
  return parts.length >= 2 && parts.filter(namesScope).length >= 2;
};

/** "Company: Meta" beside "Role: Data Scientist": every cell is a label of a header with its value. */
export const areLabelled = (cells: readonly string[]): boolean =>
  cells.every((cell) => metadataOf(/^([\p{L} ]{2,20}):\s/u.exec(cell)?.[1] ?? '') !== undefined);

/** Over "Ask at least one of these:" and two lines or more that ask. */
export const headsIntroduced = (lines: readonly Line[], below: number): boolean =>
  /^\p{Lu}.{4,60}:$/u.test(lines[below]?.text.trim() ?? '') &&
  [below + 1, below + 2].every((at) => isPlain(lines[at]?.text ?? '') && endsAsking(lines[at]?.text.trim() ?? ''));

/** "**Actions:**" where lines nearby tell other beats behind their names: it is one of those names. */
export const isAmongBeats = (lines: readonly Line[], i: number): boolean =>
  beatOf((lines[i] as Line).text) !== undefined &&
  lines
    .slice(Math.max(0, i - NEAR), i + NEAR + 1)
    .some(
      ({ text }) => beatOf(/^\s*\*\*(\p{Lu}[\p{L} ]{2,20})(?::\*\*|\*\*:?)\s+\S/u.exec(text)?.[1] ?? '') !== undefined,
    );

/** So near stand the beats of one story, in lines. */
const NEAR = 12;

/** Whether nothing above goes on here, and what stands below is a list or a table; behind a colon only where lists stand on both sides. */
export const standsBetween = (above: string, below: string, isLabel: boolean): boolean =>
  (isListItem(above) && isListItem(below)) ||
  (!isLabel &&
    ((isListItem(below) && (isTableRow(above) || endsSentence(above))) || (isTableRow(below) && endsSentence(above))));

/** "Situation", alone on its line: what the story is called stands above it. */
export const isSituation = (text: string): boolean => text.length < 40 && beatOf(text.trim()) === 'situation';
