import { says } from '../../outline/marks.ts';
import { draft, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, addBlock, take } from '../take.ts';
import { labelled, type Text, textsOf } from './listed.ts';

export const labelOfText = (block: Text): { label: string } | Record<string, never> =>
  block.lead && block.lead.rest !== '' ? { label: block.lead.text } : {};

/** A condition of the round. */
export function constraints(page: Page): void {
  for (const { place, block } of textsOf(
    page,
    'constraint',
    (block) => block.lead !== undefined && block.lead.rest !== '',
  ))
    addBlock(page, 'constraint', place, block, labelOfText(block));
  for (const place of page.places) if (place.role === 'constraint') fromTables(page, place);
  for (const { place, block, name } of labelled(
    page,
    'constraint',
    (place) => place.role !== 'worked-example' && !place.solved,
  ))
    addBlock(page, 'constraint', place, block, { label: name });
}

/** "Time | 55 minutes in all": a condition in each row, behind its name. */
function fromTables(page: Page, place: Place): void {
  for (const block of untaken(page, place)) {
    if (block.type !== 'table' || block.header.cells.length !== 2) continue;
    take(page, block);
    for (const row of block.rows) {
      const [label = '', said = ''] = row.cells;
      if (says(said)) add(page, draft('constraint', place, wordsOf(row), row, says(label) ? { label } : {}));
    }
  }
}
