import type { Page } from '../page.ts';
import { addBlock } from '../take.ts';
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
  for (const { place, block, name } of labelled(
    page,
    'constraint',
    (place) => place.role !== 'worked-example' && !place.solved,
  ))
    addBlock(page, 'constraint', place, block, { label: name });
}
