import type { ITEM_KINDS, ItemOf, Kind, Span } from '../model/item.ts';
import type { Scope } from '../model/scope.ts';
import type { Block } from '../outline/block.ts';
import type { Place } from './page.ts';

type Fields<K extends Kind> = Omit<ItemOf<K>, 'id' | 'kind' | 'text' | 'scope' | 'source' | 'fieldLines' | 'question'>;

/** An item on its way: links lead to other drafts, not yet to ids. */
export interface Draft<K extends Kind = Kind> {
  kind: K;
  text: string;
  span: Span;
  place: Place;
  scope: Scope;
  fields: Partial<Fields<K>>;
  /** Where fields stand that the item's own lines do not hold. */
  fieldLines: Record<string, Span>;
  question?: Draft<'question'>;
}

export type AnyDraft = { [K in keyof typeof ITEM_KINDS]: Draft<K> }[Kind];

/** A draft of a kind at a place; its scope is the place's. */
export function draft<K extends Kind>(
  kind: K,
  place: Place,
  text: string,
  span: Span,
  fields: Partial<Fields<K>> = {},
): Draft<K> {
  const { startLine, endLine } = span;
  return { kind, text, span: { startLine, endLine }, place, scope: place.scope, fields, fieldLines: {} };
}

/** From the first line of the first to the last line of the last. */
export const spanning = (spans: readonly Span[]): Span => ({
  startLine: Math.min(...spans.map(({ startLine }) => startLine)),
  endLine: Math.max(...spans.map(({ endLine }) => endLine)),
});

/** All words of a block, with what is nested in it, in the order of its lines. */
export function wordsOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'entry':
      return [block.text, ...block.blocks.map(wordsOf)].join(' ').trim();
    case 'list':
      return block.entries
        .map((entry) => (entry.written === undefined ? wordsOf(entry) : `${entry.written}. ${wordsOf(entry)}`))
        .join(' ');
    case 'quote':
      return block.blocks.map(wordsOf).join(' ');
    case 'fence':
      return block.blocks.length > 0 ? block.blocks.map(wordsOf).join(' ') : block.text;
    case 'row':
      return block.cells.filter((cell) => cell !== '').join(' · ');
    case 'table':
      return [block.header, ...block.rows].map(wordsOf).join(' ');
    case 'divider':
      return '';
  }
}

/** The span of a block with what is nested in it. */
export const wholeSpan = (block: Block): Span =>
  block.type === 'entry' && block.blocks.length > 0 ? spanning([block, ...block.blocks.map(wholeSpan)]) : block;
