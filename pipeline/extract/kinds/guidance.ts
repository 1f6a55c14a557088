import { isPlaceholder } from '../../mend/flags.ts';
import type { Paragraph } from '../../outline/block.ts';
import { hasLabel } from '../../vocabulary/vocabulary.ts';
import { draft, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { URGES } from '../shape.ts';
import { add, addBlock, take } from '../take.ts';
import { labelOfText } from './constraint.ts';

/**
 * A paragraph advises below a heading of advice, in a solution where a label or an item stands before it, or where its label says so; so
 * does a labelled one about a level. Elsewhere it introduces.
 */
const advises = (page: Page, place: Place, block: Paragraph): boolean =>
  place.role === 'guidance' ||
  (place.solved && (block.lead?.style === 'strong' || hasItemAbove(page, place, block))) ||
  (place.scope.levels.length > 0 &&
    place.scope.levels !== page.root.scope.levels &&
    block.lead !== undefined &&
    block.lead.rest !== '' &&
    block.lead.text.split(' ').length <= 4) ||
  (block.lead !== undefined && block.lead.rest !== '' && hasLabel('guidance', block.lead.text)) ||
  (place.role === undefined && page.isForum && block.text.length > 40 && URGES.test(block.text));

const hasItemAbove = (page: Page, place: Place, block: Paragraph): boolean =>
  page.drafts.some(
    (made) =>
      made.place === place &&
      made.span.startLine < block.startLine &&
      made.span.startLine !== place.section.heading?.startLine,
  );

/** Whatever advises and is nothing else: the last recogniser, for what the others left. */
export function guidance(page: Page): void {
  for (const place of page.places) {
    if (
      place.role === 'chrome' ||
      place.role === 'faq' ||
      place.role === 'reference' ||
      place.role === 'related-concept'
    )
      continue;
    for (const block of untaken(page, place)) {
      if (block.type === 'paragraph' && !advises(page, place, block)) continue;
      if (block.type === 'entry' || block.type === 'paragraph') {
        const words = wordsOf(block);
        if (isPlaceholder(words) || words.split(' ').length < 3) continue;
        addBlock(page, 'guidance', place, block, labelOfText(block));
      } else if (block.type === 'table' && (place.role === 'guidance' || place.solved)) {
        take(page, block);
        for (const row of block.rows)
          if (row.cells.filter((cell) => cell !== '').length >= 2)
            add(page, draft('guidance', place, wordsOf(row), row, row.cells[0] ? { label: row.cells[0] } : {}));
      }
    }
  }
}
