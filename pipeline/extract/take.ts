import type { ItemOf, Kind } from '../model/item.ts';
import { type Block, type Section, walkBlocks } from '../outline/block.ts';
import { type AnyDraft, type Draft, draft, wholeSpan, wordsOf } from './draft.ts';
import type { Page, Place } from './page.ts';

export type Readable = Exclude<Block, { type: 'list' | 'divider' }>;

/** Takes a block and all that is nested in it: no other recogniser sees it again. */
export function take(page: Page, ...blocks: (Block | Section)[]): void {
  for (const block of blocks) {
    page.taken.add(block);
    if ('type' in block) for (const inner of walkBlocks([block])) page.taken.add(inner);
  }
}

/** Adds a draft to the page. */
export function add<K extends Kind>(page: Page, made: Draft<K>): Draft<K> {
  page.drafts.push(made as unknown as AnyDraft);
  return made;
}

type Fields<K extends Kind> = Partial<
  Omit<ItemOf<K>, 'id' | 'kind' | 'text' | 'scope' | 'source' | 'fieldLines' | 'question'>
>;

/** Makes one item of one block, with everything nested in it. */
export function addBlock<K extends Kind>(
  page: Page,
  kind: K,
  place: Place,
  block: Block,
  fields: Fields<K> = {},
): Draft<K> {
  take(page, block);
  return add(page, draft(kind, place, wordsOf(block), wholeSpan(block), fields));
}
