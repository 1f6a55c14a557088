import { promptStrength } from '../outline/prompt.ts';
import { beatOf, columnIs } from '../vocabulary/vocabulary.ts';
import { fenced, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { belowEmptyHeader, tableRow } from './tables.ts';

/** What an export of cards says of itself, one directive a line. */
const DIRECTIVE = /^#(?:separator|html|deck|notetype|tags|columns|guid)(?: column)?:\s*(\S.*)$/i;
/** So many rows, and this share of them with something asked in the same column, are cards. */
const LEAST = 5;
const ASKING = 0.5;

/**
 * Rows of tabs without a header, in one column of which most rows ask something, become a Markdown table whose header is empty. Directives of the export are
 * set aside; line breaks, list marks and blanks to fill in inside a cell go.
 */
export const cardRows: Repair = {
  name: 'card-rows',
  mend(lines, notes) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      if (!inside[i] && i < 12 && DIRECTIVE.test(line.text)) {
        notes.setAside('markup', line, 'export-directive');
        mended.push({ ...line, text: '' });
        continue;
      }
      const rows = inside[i] ? [] : rowsFrom(lines, i);
      if (rows.length < LEAST || !asks(rows.map(({ cells }) => cells))) {
        mended.push(...lines.slice(i, i + Math.max(1, rows.length)));
        i += Math.max(0, rows.length - 1);
        continue;
      }
      const width = Math.max(...rows.map(({ cells }) => cells.length));
      const table = rows.map(({ line: row, cells }) =>
        tableRow(
          row,
          Array.from({ length: width }, (_, n) => plain(cells[n] ?? '')),
        ),
      );
      mended.push(...belowEmptyHeader(table));
      i += rows.length - 1;
    }
    return mended;
  },
};

function rowsFrom(lines: readonly Line[], start: number): { line: Line; cells: string[] }[] {
  const rows: { line: Line; cells: string[] }[] = [];
  for (let line = lines[start]; line && /\S\t+\S/.test(line.text); line = lines[start + rows.length]) {
    rows.push({ line, cells: line.text.split('\t').map((cell) => cell.trim()) });
  }
  return rows;
}

function asks(rows: string[][]): boolean {
  const [head = []] = rows;
  if (head.filter((cell) => columnIs('question', cell) || columnIs('company', cell)).length > 0) return false;
  if (rows.filter((cells) => cells.slice(0, 2).some((cell) => beatOf(cell) !== undefined)).length >= 2) return false;
  return head.some(
    (_, column) => rows.filter((cells) => promptStrength(cells[column] ?? '') >= 1).length >= rows.length * ASKING,
  );
}

/** A cell without tags and without the marks of a blank to fill in. */
const plain = (cell: string): string =>
  cell
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')
    .replace(/\{\{c\d+::((?:(?!\}\}|::).)*)(?:::(?:(?!\}\}).)*)?\}\}/g, '$1')
    .replace(/<\/?(?:b|i|u|em|strong|code|span)\b[^<>]*>/gi, '')
    .replace(/<\/?(?:br|li|ol|ul|div|p)\b[^<>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
