import type { Table } from '../../outline/block.ts';
import { columnIs } from '../../vocabulary/vocabulary.ts';
import { type Draft, draft, wordsOf } from '../draft.ts';
import type { Place } from '../page.ts';

/** "What you say | What is heard | Better": words in quotes in the first column, and a last one that mends them. */
const isSaidBadly = ({ header, rows }: Table): boolean =>
  header.cells.length > 2 &&
  /^(?:better|instead|try|say (?:instead|it|this)|a better|what to say)\b/i.test(header.cells.at(-1) ?? '') &&
  rows.filter(({ cells }) => /^["“]/.test(cells[0] ?? '')).length >= rows.length * 0.6;

/** Two columns of sayings, cell for cell, and before them at most one that names the mistake: what is heard first is set right beside it. */
const quotesPairs = ({ header, rows }: Table): boolean => {
  const width = header.cells.length;
  return (
    (width === 2 || width === 3) &&
    rows.length >= 2 &&
    !header.cells.some((cell) => columnIs('question', cell) || columnIs('answer', cell)) &&
    rows.every(
      ({ cells }) => cells.length === width && cells.every((cell, i) => i < width - 2 || /^["“].*["”]$/.test(cell)),
    )
  );
};

/**
 * The mistakes in a table with a weak and a strong column, in either order; below a heading of mistakes a first column of them is enough. Undefined
 * where it is no such table.
 */
export function pitfallsOf(place: Place, table: Table): Draft<'pitfall'>[] | undefined {
  const { cells } = table.header;
  const better =
    cells.length === 2 ? cells.findIndex((cell) => /^(?:better|say|say instead|instead)$/i.test(cell)) : -1;
  const weak =
    better >= 0
      ? 1 - better
      : cells.findIndex(
          (cell, i) =>
            (i === 0 && isSaidBadly(table)) ||
            (i === cells.length - 2 && quotesPairs(table)) ||
            columnIs('weak', cell) ||
            /^(?:don[’']t|do not|avoid|never|weak|poor|bad|instead of|rather than)\b/i.test(cell),
        );
  const strong = cells.findIndex(
    (cell, i) =>
      i !== weak &&
      weak >= 0 &&
      ((i === cells.length - 1 && weak === i - 1 && quotesPairs(table)) ||
        columnIs('strong', cell) ||
        /^(?:strong|stronger|better|say|do|ask|try|good|great)\b|\binstead\b/i.test(cell)),
  );
  const isListed = place.role === 'pitfall' && weak === 0 && strong < 0;
  if (weak < 0 || (strong < 0 && !isListed) || (cells.length > 3 && place.role === 'criterion')) return undefined;
  return table.rows.flatMap((row) => {
    const [no, yes] = [row.cells[weak], row.cells[strong]];
    const sides = { ...(no ? { weak: no } : {}), ...(yes ? { strong: yes } : {}) };
    return no || yes ? [draft('pitfall', place, wordsOf(row), row, sides)] : [];
  });
}
