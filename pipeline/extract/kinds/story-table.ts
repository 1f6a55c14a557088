import type { Table } from '../../outline/block.ts';
import { says } from '../../outline/marks.ts';
import { columnIs } from '../../vocabulary/vocabulary.ts';
import { beatLabel, isCanonical } from '../beats.ts';
import { wordsOf } from '../draft.ts';
import type { Page, Place } from '../page.ts';
import { take } from '../take.ts';
import { addStory } from './story.ts';

const SCORED = new Set(['answer-outline', 'criterion', 'pitfall', 'level-bar', 'time-budget', 'company-focus']);

/** A table with a column for each of three beats or more: every row tells a story. */
function fromRows(page: Page, place: Place, table: Table): boolean {
  const columns = table.header.cells.flatMap((cell, i) => {
    const name = beatLabel(cell);
    return name && isCanonical(name) ? [{ name, i }] : [];
  });
  if (columns.length < 3) return false;
  take(page, table);
  for (const row of table.rows) {
    const beats = columns.flatMap(({ name, i }) => {
      const text = row.cells[i] ?? '';
      return says(text) ? [{ name, text, startLine: row.startLine, endLine: row.endLine }] : [];
    });
    const title = row.cells.slice(0, columns[0]?.i).find((cell) => /\p{L}{3}/u.test(cell));
    if (beats.length < 2 || !addStory(page, place, beats.map(({ text }) => text).join(' '), row, beats, title))
      page.taken.delete(row);
  }
  return true;
}

/** Below the heading of an answer, two columns: names of a few words, and what the one who answers says to each. */
const isToldBy = ({ ownRole }: Place, { header, rows }: Table): boolean =>
  ownRole === 'worked-example' &&
  header.cells.length === 2 &&
  rows.length >= 3 &&
  rows.every(({ cells }) => (cells[0] ?? '').split(' ').length <= 4) &&
  rows.filter(({ cells }) => /\b(?:I|my|we|our)\b/.test(cells[1] ?? '')).length >= rows.length * 0.5;

/** A table of beats and what each says, where no column holds durations. */
export function fromTable(page: Page, place: Place, table: Table): void {
  if (fromRows(page, place, table)) return;
  const named = table.rows.filter((row) => beatLabel(row.cells[0] ?? '')).length;
  if (
    (!isToldBy(place, table) && (named < 2 || named < table.rows.length * 0.6)) ||
    table.header.cells.some((cell, i) => i > 0 && columnIs('duration', cell)) ||
    SCORED.has(place.role ?? '')
  )
    return;
  const isNarrow = table.header.cells.length === 2;
  take(page, table);
  for (const column of table.header.cells.keys()) {
    const beats = table.rows.flatMap((row) => {
      const [name, text] = [
        beatLabel(row.cells[0] ?? '') ?? (row.cells[0] ?? '').toLowerCase(),
        row.cells[column] ?? '',
      ];
      return name && text ? [{ name, text, startLine: row.startLine, endLine: row.endLine }] : [];
    });
    const told = beats.map(({ text }) => text).join(' ');
    if (column === 0 || beats.length < 2 || (!isNarrow && told.length < beats.length * TOLD)) continue;
    if (
      !addStory(
        page,
        place,
        isNarrow ? table.rows.map(wordsOf).join(' ') : told,
        table,
        beats,
        place.heading || undefined,
      )
    )
      for (const row of table.rows) page.taken.delete(row);
  }
}

/** How long the cells of one column are on average where each column tells a story, in characters. */
const TOLD = 50;
