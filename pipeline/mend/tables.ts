import { promptStrength } from '../outline/prompt.ts';
import { companyByOwnWord, companyOf } from '../vocabulary/companies.ts';
import { columnIs } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isListItem, isTableRow, type Line } from './line.ts';
import { areLabelled } from './neighbours.ts';
import type { Repair } from './repair.ts';

export const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const isSeparator = (row: string): boolean =>
  /^\s*\|?\s*:?-{2,}/.test(row) && cellsOf(row).every((cell) => /^:?-*:?$/.test(cell));

/** A row that has one cell too many, the first of which is empty and no other: it stands one column to the right. */
const isPushed = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length === header.length + 1 && cells[0] === '' && header[0] !== '' && cells.slice(1).every(Boolean);

/**
 * A row that lost its first cell has its text one column to the left and an empty last cell. It is put right where the others prove it: they
 * name companies in the first column, and this one uses a company's own word instead. A row that stands one column to the right is put right
 * in any table.
 */
export const shiftedRows: Repair = {
  name: 'shifted-rows',
  mend(lines, notes) {
    const mended = [...lines];
    for (const { start, end } of tablesOf(lines)) {
      const header = cellsOf((lines[start] as Line).text);
      for (let i = start + 1; i < end; i++) {
        const line = lines[i] as Line;
        const cells = cellsOf(line.text);
        if (!isPushed(cells, header)) continue;
        mended[i] = { ...line, text: `| ${cells.slice(1).join(' | ')} |` };
        notes.note('shifted-row', `a row that starts with an empty cell before "${cells[1]}"`, line.from);
      }
      if (!columnIs('company', header[0] ?? '')) continue;
      const rows = lines.slice(start + 1, end).filter(({ text }) => !isSeparator(text));
      const named = rows.filter(({ text }) => companyOf(cellsOf(text)[0] ?? ''));
      if (named.length < 2) continue;
      for (let i = start + 1; i < end; i++) {
        const line = lines[i] as Line;
        const cells = cellsOf((mended[i] as Line).text);
        if (isSeparator(line.text) || companyOf(cells[0] ?? '')) continue;
        const last = cells.at(-1);
        if (companyByOwnWord(cells[0] ?? '') && (last === '' || cells.length < header.length) && cells[0] !== '') {
          const shifted = ['', ...cells.slice(0, header.length - 1)];
          mended[i] = { ...line, text: `| ${shifted.join(' | ')} |` };
          notes.note('shifted-row', `a row that starts with "${cells[0]}"`, line.from);
        } else if (cells.length !== header.length)
          notes.note('row-length', `${cells.length} cells under ${header.length} headings`, line.from);
      }
    }
    return mended;
  },
};

/** What divides cells: two or more spaces, but not the two that a typist sets behind a sentence. */
const GAP = /(?<=[^\s.!?:]) {2,}| {3,}/;

/** Tables written with tabs, bars or wide spaces become Markdown's. */
export const looseTables: Repair = {
  name: 'loose-tables',
  mend(lines) {
    const inside = fenced(lines);
    const tabbed = lines.map(({ text }, i) =>
      !inside[i] && /\S\t\S|\S\t\t/.test(text) && !/^\s*(?:[-*+] |[•◦‣·●○▪–]\s)/.test(text)
        ? text.split('\t').length
        : 0,
    );
    const barred = lines.map(({ text }, i) =>
      !inside[i] && !isTableRow(text) && !/^\s*>/.test(text) && /\S \| \S/.test(text) ? barredCells(text).length : 0,
    );
    const spaced = lines.map(({ text }, i) =>
      text.length < 140 &&
      !inside[i] &&
      !isTableRow(text) &&
      !isListItem(text) &&
      /^\S.*\S {2,}\S/.test(text) &&
      !areLabelled(text.split(GAP))
        ? text.trim().split(GAP).length
        : 0,
    );
    const widths = tabbed.map((width, i) => width || barred[i] || (spaced[i] as number));
    const rows = new Set<number>();
    const heads = new Set<number>();
    for (let i = 0; i < lines.length; i++) {
      let end = i;
      while (end < lines.length && widths[end] === widths[i] && (widths[i] as number) > 1) end++;
      if (end - i >= 3) {
        heads.add(i);
        for (let j = i; j < end; j++) rows.add(j);
      }
      if (end > i) i = end - 1;
    }
    const toRow = (line: Line, i: number): Line => ({
      ...line,
      text: `| ${(tabbed[i] ? line.text.split('\t') : barred[i] ? barredCells(line.text) : line.text.trim().split(GAP)).map((cell) => cell.trim()).join(' | ')} |`,
    });
    return lines.flatMap((line, i) => {
      const row = rows.has(i) ? toRow(line, i) : line;
      if (!heads.has(i)) return [row];
      const asks = cellsOf(row.text).some((cell) => promptStrength(cell) === 3);
      return asks ? belowEmptyHeader([row]) : [row, rule(row, '---')];
    });
  },
};

/** The cells of a line with bars between them; a bar at its end closes an empty one. */
const barredCells = (text: string): string[] => text.replace(/\s\|\s*$/, ' | ').split(' | ');

/** A line of a table; a bar inside a cell divides nothing. */
export const tableRow = ({ from, to }: Pick<Line, 'from' | 'to'>, cells: readonly string[]): Line => ({
  text: `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  from,
  to,
});

/** A line of a table with the same in every cell: the rule below a header, or a header that says nothing. */
export const rule = (row: Line, cell: string): Line => ({
  text: `| ${cellsOf(row.text)
    .map(() => cell)
    .join(' | ')} |`,
  from: row.from,
  to: row.from,
});

/** The rows of a table below a header that says nothing. */
export const belowEmptyHeader = (rows: readonly Line[]): Line[] => [
  ...rows.slice(0, 1).flatMap((first) => [rule(first, ' '), rule(first, '---')]),
  ...rows,
];

/** A table with bars that has no rule below its header, as the rows of HTML have none, gets one. */
export const headlessTables: Repair = {
  name: 'headless-tables',
  mend(lines) {
    const inside = fenced(lines);
    const rowAt = (i: number): string | undefined => {
      const text = lines[i]?.text ?? '';
      return !inside[i] && isTableRow(text) ? text : undefined;
    };
    return lines.flatMap((line, i) => {
      const below = rowAt(i + 1);
      const isHead = rowAt(i) !== undefined && rowAt(i - 1) === undefined && below !== undefined && !isSeparator(below);
      return isHead ? [line, rule(line, '---')] : [line];
    });
  },
};

function tablesOf(lines: readonly Line[]): { start: number; end: number }[] {
  const inside = fenced(lines);
  const tables: { start: number; end: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (inside[i] || !isTableRow((lines[i] as Line).text)) continue;
    let end = i;
    while (end < lines.length && !isBlank((lines[end] as Line).text) && isTableRow((lines[end] as Line).text)) end++;
    if (end - i >= 3) tables.push({ start: i, end });
    i = end;
  }
  return tables;
}
