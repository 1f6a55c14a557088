import { fenced, isBlank, isListItem, isTableRow, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { belowEmptyHeader, rule, tableRow } from './tables.ts';

/** Three or more cells, divided by two spaces or more; a line may be indented. */
interface Cells {
  starts: number[];
  cells: string[];
}

/** How far a cell may stand from the start of its column. */
const SLACK = 2;

/**
 * A table set in columns of spaces, whose cells run on over lines of their own: rows whose cells start where those of the row above start,
 * and lines that hold nothing but more of one cell. Becomes a Markdown table, each row with all its lines.
 */
export const columnTables: Repair = {
  name: 'column-tables',
  mend(lines, notes) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const table = inside[i] ? undefined : tableAt(lines, i);
      if (!table?.isTable) {
        const end = Math.max(i + 1, table?.end ?? 0);
        mended.push(...lines.slice(i, end));
        i = end - 1;
        continue;
      }
      for (const line of table.rules) notes.setAside('markup', line, 'table-rule');
      const [head, ...rows] = table.rows as [Row, ...Row[]];
      const hasHead = head.cells[0] === '' || !head.cells.some((cell) => /\d/.test(cell));
      const first = tableRow(head, head.cells);
      mended.push(...(hasHead ? [first, rule(first, '---')] : belowEmptyHeader([first])));
      for (const one of rows) mended.push(tableRow(one, one.cells));
      i = table.end - 1;
    }
    return mended;
  },
};

interface Row {
  from: number;
  to: number;
  cells: string[];
}

/** What begins at a line like a table: one where two or more rows follow, and a cell runs on, a rule stands below or it is indented. */
function tableAt(
  lines: readonly Line[],
  start: number,
): { isTable: boolean; rows: Row[]; rules: Line[]; end: number } | undefined {
  const own = cellsOf((lines[start] as Line).text);
  const below = lines.slice(start + 1, start + 3).find(({ text }) => !isBlank(text));
  const first = own && headless(own, cellsOf(below?.text ?? ''));
  if (!first || first.cells.length < 3) return undefined;
  const rows: Row[] = [{ ...span(lines[start] as Line), cells: first.cells }];
  const rules: Line[] = [];
  let continued = 0;
  let end = start + 1;
  let { starts } = first;
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    const last = rows.at(-1) as Row;
    if (isBlank(line.text)) {
      const next = lines[end + 1];
      if (next && matches(cellsOf(next.text), starts)) continue;
      break;
    }
    if (/^\s*[-=─_]{3,}[\s─=_-]*$/.test(line.text)) {
      rules.push(line);
      continue;
    }
    const found = cellsOf(line.text);
    if (matches(found, starts)) {
      rows.push({ ...span(line), cells: (found as Cells).cells });
      ({ starts } = found as Cells);
      continue;
    }
    const at = indentOf(line.text);
    const column = starts.findIndex((from, i) => i > 0 && Math.abs(from - at) <= SLACK);
    if (column < 0 || (found && found.cells.length > 1)) break;
    last.cells[column] = `${last.cells[column]} ${line.text.trim()}`;
    last.to = line.to;
    continued++;
  }
  while (isBlank((lines[end - 1] as Line).text)) end--;
  const isTable = rows.length >= 3 && (continued > 0 || rules.length > 0 || indentOf((lines[start] as Line).text) > 0);
  return { isTable, rows, rules, end: rows.length >= 3 ? end : start + 1 };
}

/** A header over the second column and those behind it gets the empty cell of the first. */
const headless = (head: Cells, row: Cells | undefined): Cells =>
  row && row.starts[0] === 0 && head.cells.length === row.cells.length - 1 && matches(head, row.starts.slice(1))
    ? { starts: [0, ...head.starts], cells: ['', ...head.cells] }
    : head;

const span = ({ from, to }: Line): { from: number; to: number } => ({ from, to });
const indentOf = (text: string): number => text.length - text.trimStart().length;

const matches = (found: Cells | undefined, starts: number[]): boolean =>
  found !== undefined &&
  found.starts.length === starts.length &&
  found.starts.every((at, i) => Math.abs(at - (starts[i] as number)) <= SLACK);

function cellsOf(line: string): Cells | undefined {
  const text = line.replace(/[\u00A0\u2007\u202F]/g, ' ');
  if (text.length > 200 || text.includes('\t') || isTableRow(text) || isListItem(text) || /^\s*[•☐>#]/.test(text))
    return undefined;
  const parts = [...text.matchAll(/\S+(?: \S+)*/g)];
  return parts.length < 2 ? undefined : { starts: parts.map(({ index }) => index), cells: parts.map(([cell]) => cell) };
}
