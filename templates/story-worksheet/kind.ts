import type { Words } from '../../pipeline/render/templates.ts';
import type { ItemView } from '../../pipeline/render/view.ts';
import type { PackKind } from '../kind.ts';
import { lengthOf, oneFrame, wholeOf } from '../shared/time-bar.ts';
import { inRows } from './arrangement.ts';

/** Sheets for so many stories come with one printing. */
const STORIES = 4;
/** Lines to write on, over all beats of a story: what fits a Letter page beside its heading; further ones leave first. */
const LINES = 26;
/** The lines of a beat that must stay. */
const LEAST_LINES = 2;
/** Rows of the matrix: a story bank of 8 to 12 stories. */
const ROWS = 12;

/** A beat of a sheet, and what its source says goes there. */
type Beat = { name: string; time: string; include: string; ids: string; mark: string; lines: Line[] };
/** A line to write on. */
type Line = { priority: number };

/** Lines of which all but the first may leave: they hold nothing, so they leave before anything that is printed does. */
const ruled = (length: number): Line[] =>
  Array.from({ length }, (_, line) => ({ priority: line < LEAST_LINES ? 0 : 1000 + line }));

/** The beats with their share of the lines, two at the least; equal shares where not every beat has a length. */
function beatsOf(frame: ItemView[], lengths: ({ value: number; text: string } | null)[]): Beat[] {
  const total = lengths.reduce((sum, length) => sum + (length?.value ?? Number.NaN), 0);
  return frame.map(({ ids, fields, mark }, index) => {
    const length = lengths[index];
    const share = length && total > 0 ? length.value / total : 1 / frame.length;
    const lines = Math.max(LEAST_LINES, Math.round(share * (LINES - frame.length)));
    const name = fields.beat?.text ?? '';
    return {
      name,
      time: length?.text ?? '',
      include: fields.include?.text ?? '',
      ids,
      mark,
      lines: ruled(lines),
    };
  });
}

/** Blank sheets to write stories on: one with all stories against all questions, then one sheet a story. */
export const storyWorksheet: PackKind = {
  name: 'story-worksheet',
  budget: 1 + STORIES,
  sheet: { margin: 12, gap: 5, columns: 3, type: [10.5, 9.5] },
  sections: {
    questions: {
      kinds: ['question'],
      limit: 14,
      musts: 1,
      priority: 1,
      step: 1,
      whole: (item) => 'evaluates' in item,
      borrows: true,
    },
    frame: {
      kinds: ['time-budget'],
      limit: 40,
      priority: 0,
      step: 0,
      borrows: true,
      shape: oneFrame,
    },
  },
  view: (pack, sections, words: Words) => ({
    beats: beatsOf(
      sections.frame ?? [],
      (pack.sections.frame ?? []).map(({ item }) => lengthOf(item, words)),
    ),
    whole: wholeOf(pack.sections.frame ?? [], words),
    blank: ruled(LINES),
    rows: Array.from({ length: ROWS }, (_, row) => row + 1),
    stories: Array.from({ length: STORIES }, (_, story) => story + 1),
  }),
  arrangement: inRows,
};
