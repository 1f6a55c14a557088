import type { Span } from '../model/item.ts';

/** The words that open a block as its label: bold, italic, or plain text before a colon. */
export interface Lead {
  text: string;
  /** What follows the label, without the mark between them. */
  rest: string;
  style: 'strong' | 'emphasis' | 'plain';
}

export interface Paragraph extends Span {
  type: 'paragraph';
  text: string;
  lead?: Lead;
  /** The whole paragraph is set in bold: a heading in all but name. */
  bold: boolean;
}
export interface Entry extends Span {
  type: 'entry';
  text: string;
  lead?: Lead;
  bold: boolean;
  /** The place of an ordered entry: its own number, or where all have the same one, its count. */
  number?: number;
  /** The number that the source writes before an ordered entry. */
  written?: number;
  /** A task's box. */
  checked?: boolean;
  /** Blocks below the entry's own text. */
  blocks: Block[];
}
export interface List extends Span {
  type: 'list';
  ordered: boolean;
  /** Most of its entries ask, those counted that became sections. */
  asks?: true;
  entries: Entry[];
}
export interface Row extends Span {
  type: 'row';
  cells: string[];
}
export interface Table extends Span {
  type: 'table';
  header: Row;
  rows: Row[];
}
/** A code fence: its info line, its text, and its text read as Markdown. */
export interface Fence extends Span {
  type: 'fence';
  info: string;
  text: string;
  blocks: Block[];
}
export interface Quote extends Span {
  type: 'quote';
  blocks: Block[];
}
export interface Divider extends Span {
  type: 'divider';
}
export type Block = Paragraph | List | Entry | Table | Row | Fence | Quote | Divider;

/** A heading and all that stands below it, until one of the same depth or a lesser. */
export interface Section {
  /** Absent on the root, which holds the whole document. */
  heading?: Span & { text: string };
  depth: number;
  /** A details block or an admonition. */
  box: boolean;
  /** What the type of a box says that it holds. */
  says?: 'pitfall' | 'worked-example';
  /** Headed by a label, a bold line or a list entry in place of a heading. */
  label?: boolean;
  /** Headed by a list entry that asks; what is nested below probes it. */
  entry?: true;
  /** Headed by a list entry with its answer below it: it asks, whatever its words are. */
  answered?: true;
  /** The number of the list entry that heads it. */
  number?: number;
  blocks: Block[];
  sections: Section[];
  parent?: Section;
}

/** A section and all below it, in the order of the document. */
export function* walkSections(section: Section): Generator<Section> {
  yield section;
  for (const child of section.sections) yield* walkSections(child);
}

/** Every block of a list of them, the blocks inside others included. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'list') yield* walkBlocks(block.entries);
    else if (block.type === 'table') yield* walkBlocks([block.header, ...block.rows]);
    else if (block.type === 'entry' || block.type === 'quote' || block.type === 'fence')
      yield* walkBlocks(block.blocks);
  }
}
