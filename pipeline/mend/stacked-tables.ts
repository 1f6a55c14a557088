import { companyByOwnWord, companyOf } from '../vocabulary/companies.ts';
import { levelsIn } from '../vocabulary/levels.ts';
import { beatOf, columnIs, isOtherBeat } from '../vocabulary/vocabulary.ts';
import { fenced, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { rule, tableRow } from './tables.ts';

/** A table has so many columns, and at least so many rows. */
const COLUMNS = [2, 3, 4, 5];
const ROWS = 2;
/** So many lines stand in one block, at most. */
const LONGEST = 80;

/** What a first column holds, by what its heading says. */
const NAMES: [column: Parameters<typeof columnIs>[0], isName: (cell: string) => boolean][] = [
  ['company', (cell) => companyOf(cell) !== undefined || companyByOwnWord(cell) !== undefined],
  ['beat', (cell) => beatOf(cell) !== undefined || isOtherBeat(cell)],
  ['level', (cell) => levelsIn(cell).length > 0],
];

/** A table of which every cell stands on a line of its own: its first column names companies, beats or levels, and says so. */
export const stackedTables: Repair = {
  name: 'stacked-tables',
  mend(lines) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const cells = headsColumn(lines[i] as Line) ? blockFrom(lines, inside, i) : [];
      const width = COLUMNS.find((columns) => isTable(cells, columns));
      if (width === undefined) mended.push(lines[i] as Line);
      else {
        const [head, ...rows] = Array.from({ length: cells.length / width }, (_, n) =>
          rowOf(cells.slice(n * width, (n + 1) * width)),
        ) as [Line, ...Line[]];
        mended.push(head, rule(head, '---'), ...rows);
        i += cells.length - 1;
      }
    }
    return mended;
  },
};

const headsColumn = ({ text }: Line): boolean => NAMES.some(([column]) => columnIs(column, text.trim()));

/** The plain lines from one on, up to the next that is none; nothing where they go on for longer than any table. */
function blockFrom(lines: readonly Line[], inside: readonly boolean[], start: number): Line[] {
  let end = start;
  while (end - start <= LONGEST && lines[end] && !inside[end] && isPlain(lines[end]?.text ?? '')) end++;
  return end - start > LONGEST ? [] : lines.slice(start, end);
}

/** Whether lines are rows of so many cells each: the first of every row is what the first heading says. */
function isTable(cells: readonly Line[], columns: number): boolean {
  if (cells.length % columns !== 0 || cells.length < columns * (ROWS + 1)) return false;
  const [head = '', ...names] = cells.filter((_, i) => i % columns === 0).map(({ text }) => text.trim());
  return NAMES.some(([column, isName]) => columnIs(column, head) && names.every(isName));
}

const rowOf = (cells: readonly Line[]): Line =>
  tableRow(
    { from: cells[0]?.from ?? 1, to: cells.at(-1)?.to ?? 1 },
    cells.map(({ text }) => text.trim()),
  );
