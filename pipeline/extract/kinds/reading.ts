import type { Paragraph } from '../../outline/block.ts';
import { draft } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, addBlock, take } from '../take.ts';
import { isSeries, textsOf } from './listed.ts';

const DASH = /^(.{3,}?)\s+[—–-]\s+(.+)$/s;

/** One of a list of names without bullets: no sentence that speaks of them. */
const namesWorks = ({ text }: Paragraph, place: Place): boolean =>
  isSeries(place) && !/^(?:this|these|they|we|you|i|it|there|here|some|most|all|both)\b/i.test(text);

/** Further reading: a title, and what is said of it behind a dash. */
export function references(page: Page): void {
  for (const { place, block } of textsOf(
    page,
    'reference',
    (block, place) => (DASH.test(block.text) && block.text.length < 300) || namesWorks(block, place),
  )) {
    const [, title = block.text, note] = DASH.exec(block.text) ?? [];
    addBlock(page, 'reference', place, block, { title, ...(note ? { note } : {}) });
  }
}

/** A neighbouring topic: its title alone; the category that stood glued behind it has a field of its own. */
export function relatedConcepts(page: Page): void {
  for (const { place, block } of textsOf(
    page,
    'related-concept',
    (block, place) => (block.text.includes(' · ') && block.text.length < 160) || namesWorks(block, place),
  )) {
    const [title = '', ...rest] = block.text.replace(/\s\[([^\][]{2,40})\]$/, ' · $1').split(/\s[·|]\s/);
    const category = rest.join(' · ');
    const made = addBlock(page, 'related-concept', place, block, { title, ...(category ? { category } : {}) });
    made.text = title;
  }
  for (const place of page.places) {
    if (place.role !== 'related-concept') continue;
    for (const block of untaken(page, place)) {
      if (block.type !== 'table') continue;
      take(page, block);
      for (const row of block.rows) {
        const [title, category] = row.cells;
        if (title) add(page, draft('related-concept', place, title, row, { title, ...(category ? { category } : {}) }));
      }
    }
  }
}
