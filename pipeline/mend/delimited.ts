import { promptStrength } from '../outline/prompt.ts';
import { beatOf, columnIs } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { rule, tableRow } from './tables.ts';

const DELIMITERS = [';', ',', '\t'];
const KNOWN = [
  'question',
  'answer',
  'company',
  'role',
  'round',
  'level',
  'difficulty',
  'evaluates',
  'followup',
  'framework',
  'prepare',
  'duration',
  'include',
  'weak',
  'strong',
] as const;

/** Cards and sheets saved as delimited text, below a header two of whose columns are known, become a Markdown table. */
export const delimitedTables: Repair = {
  name: 'delimited-tables',
  mend(lines) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const delimiter = inside[i] ? undefined : DELIMITERS.find((one) => isHeader((lines[i] as Line).text, one));
      const rows = delimiter ? rowsFrom(lines, i, delimiter) : [];
      if (rows.length < 3 || !isProven(rows.map(({ cells }) => cells))) {
        mended.push(lines[i] as Line);
        continue;
      }
      const [{ line: head, cells }] = rows as [(typeof rows)[0]];
      const header = tableRow(head, cells);
      mended.push(header, rule(header, '---'));
      for (const row of rows.slice(1)) mended.push(tableRow(row.line, row.cells));
      i += rows.length - 1;
    }
    return mended;
  },
};

const isHeader = (text: string, delimiter: string): boolean => {
  if (text.length > 200 || !text.includes(delimiter)) return false;
  const cells = cellsOf(text, delimiter) ?? [];
  return (
    cells.length >= 2 &&
    cells.every((cell) => cell.split(' ').length <= 3) &&
    (knownIn(cells) >= 2 || columnIs('question', cells[0] ?? ''))
  );
};

const knownIn = (cells: readonly string[]): number =>
  cells.filter((cell) => KNOWN.some((name) => columnIs(name, cell)) || beatOf(cell) !== undefined).length;

/** A header of which only the column of questions is known must have questions below it. */
function isProven([head = [], ...rows]: string[][]): boolean {
  return knownIn(head) >= 2 || rows.filter(([cell = '']) => promptStrength(cell) >= 1).length >= rows.length * 0.6;
}

function rowsFrom(lines: readonly Line[], start: number, delimiter: string): { line: Line; cells: string[] }[] {
  const width = cellsOf((lines[start] as Line).text, delimiter)?.length;
  const rows: { line: Line; cells: string[] }[] = [];
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] as Line;
    const cells = isBlank(line.text) ? undefined : cellsOf(line.text, delimiter);
    if (cells?.length !== width) break;
    rows.push({ line, cells: cells as string[] });
  }
  return rows;
}

/** The cells of a line; a delimiter between quotes divides nothing. Undefined where a quote stays open. */
function cellsOf(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"' && (quoted || cell.trim() === '' || cell.endsWith('"'))) quoted = !quoted;
    if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return quoted
    ? undefined
    : [...cells, cell].map((one) =>
        one
          .trim()
          .replace(/^"(.*)"$/s, '$1')
          .replaceAll('""', '"')
          .trim(),
      );
}
