import type { Row, Table } from '../../outline/block.ts';
import { says } from '../../outline/marks.ts';
import { bandWordIn, levelsIn } from '../../vocabulary/levels.ts';
import { columnIs, type Role } from '../../vocabulary/vocabulary.ts';

/** What one dimension looks like at one level. */
export interface Bar {
  dimension: string;
  at: string;
  level: string;
  below?: string;
}

/** The level that a cell names, and nothing besides. */
export const levelOfCell = (cell: string): string | undefined => {
  const levels = levelsIn(cell);
  if (levels.length > 0) return levels.length === 1 ? levels[0] : undefined;
  const band = bandWordIn(cell.replace(/\s*\([^)]*\)/g, ''));
  return band ? cell.replace(/\s*\([^)]*\)/g, '').trim() : undefined;
};

const CODE = /^(\p{Lu}{1,4}) ?(\d{1,3})$/u;

/** Whether a table's columns are headed by one code each with other numbers (`P40`, `P50`): a company's own names of levels. */
function codesIn(cells: readonly string[]): boolean {
  const found = cells.slice(1).map((cell) => CODE.exec(cell));
  const [first] = found;
  return found.length >= 2 && first?.[1] !== undefined && found.every((one) => one?.[1] === first[1]);
}

/** The levels that a table's columns are headed by, by their place: none, one, or each of a range ("61-62"). */
export function levelsOfHeader(cells: readonly string[]): string[][] {
  const codes = codesIn(cells);
  return cells.map((cell, i) => {
    if (i === 0) return [];
    const one = levelOfCell(cell) ?? (codes ? CODE.exec(cell)?.[0] : undefined);
    return one === undefined ? rangeOf(cell) : [one];
  });
}

/** So many levels share a column, at most: more numbers are points or per cent. */
const WIDEST = 3;

/** Several levels and nothing besides. */
function rangeOf(cell: string): string[] {
  const levels = /^\W*\w+\s*(?:[-–—/,&]|to|and|or)\s*\w+\W*$/.test(cell) ? levelsIn(cell) : [];
  return levels.length <= WIDEST ? levels : [];
}

/** What is longer says what somebody does, and is no title or number, in characters. */
const SENTENCE = 24;

/** "Level | Scope | Influence" below a heading of what is looked for, a level in each row: one bar for each of its cells. */
export function barsOfRows(role: Role | undefined, { header, rows }: Table): { row: Row; bar: Bar }[] {
  const isNamed = role === 'criterion' || role === 'level-bar';
  if (!isNamed && (rows.length < 3 || !rows.every(({ cells }) => (cells[1] ?? '').length > SENTENCE))) return [];
  if (!columnIs('level', header.cells[0] ?? '') || header.cells.length < 2) return [];
  const levelled = rows.flatMap((row) => {
    const level = levelOfCell(row.cells[0] ?? '');
    return level === undefined ? [] : [{ row, level }];
  });
  if (levelled.length < 2 || levelled.length < rows.length * 0.6) return [];
  return levelled.flatMap(({ row, level }) =>
    header.cells.flatMap((dimension, i) => {
      const at = row.cells[i];
      return i > 0 && at && says(dimension) && says(at) ? [{ row, bar: { dimension, at, level } }] : [];
    }),
  );
}
