import { companyByOwnWord, companyOf } from '../vocabulary/companies.ts';
import { bandWordIn, levelsIn } from '../vocabulary/levels.ts';
import { beatOf, columnIs, isOtherBeat, roleOfHeading } from '../vocabulary/vocabulary.ts';
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
      const block = headsColumn(lines[i] as Line) ? blockFrom(lines, inside, i) : [];
      const width = block.length > 0 ? COLUMNS.find((columns) => rowsOf(block, columns).length > 0) : undefined;
      if (width === undefined) mended.push(lines[i] as Line);
      else {
        const cells = rowsOf(block, width);
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

const headsColumn = ({ text }: Line): boolean =>
  columnIs('dimension', text.trim()) || NAMES.some(([column]) => columnIs(column, text.trim()));

/** The plain lines from one on, up to the next that is none; nothing where they go on for longer than any table. */
function blockFrom(lines: readonly Line[], inside: readonly boolean[], start: number): Line[] {
  let end = start;
  while (end - start <= LONGEST && lines[end] && !inside[end] && isPlain(lines[end]?.text ?? '')) end++;
  return end - start > LONGEST ? [] : lines.slice(start, end);
}

/**
 * The lines that are rows of so many cells each: as long as the first of every row is what the first heading says; or up to the end of their block
 * or the next heading, where all headings but the first are levels. None where they are no such table.
 */
function rowsOf(block: readonly Line[], columns: number): readonly Line[] {
  const texts = block.map(({ text }) => text.trim());
  const next = texts.findIndex(
    (text, i) => i >= columns && i % columns === 0 && (roleOfHeading(text)?.score ?? 0) >= 2,
  );
  const [head = '', ...names] = texts.filter((_, i) => i % columns === 0);
  const isName = NAMES.find(([column]) => columnIs(column, head))?.[1];
  const end = isName ? names.findIndex((name, i) => !isName(name) || (i + 2) * columns > texts.length) : -1;
  const named = isName ? (end < 0 ? names.length : end) : 0;
  const others = texts.slice(0, (named + 1) * columns).filter((_, i) => i % columns !== 0);
  // Names in every column are a list of them.
  if (named >= ROWS && others.filter((text) => isName?.(text)).length <= others.length / 2)
    return block.slice(0, (named + 1) * columns);
  const cells = block.slice(0, next < 0 ? block.length : next);
  if (cells.length % columns !== 0 || cells.length < columns * (ROWS + 1)) return [];
  const heads = texts.slice(1, columns);
  const isOfLevels =
    columnIs('dimension', head) &&
    heads.length >= 2 &&
    heads.every((text) => (levelsIn(text).length > 0 || bandWordIn(text) !== undefined) && text.length < 16);
  return isOfLevels ? cells : [];
}

const rowOf = (cells: readonly Line[]): Line =>
  tableRow(
    { from: cells[0]?.from ?? 1, to: cells.at(-1)?.to ?? 1 },
    cells.map(({ text }) => text.trim()),
  );
