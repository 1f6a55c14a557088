import type { Copy } from '../manifest.ts';
import type { Item } from '../model/item.ts';
import type { Pack } from '../model/pack.ts';
import { remembered } from '../remembered.ts';
import { hashOf, sha256 } from './hash.mjs';
import { type Inputs, printInputs } from './inputs.ts';

/** The key of a copy: one hash over everything that shapes its bytes, found without making its page. */
export const copyKey = ({ pack, paper }: Copy, inputs: Inputs, branding: string | undefined): string =>
  hashOf([pack.content, paper, branding, printInputs(inputs, pack.kind)]);

/** Gives the hash of all of a pack that shapes its pages. Each item is hashed once for all the packs that hold it. */
export function contentHashes(): (pack: Pack) => string {
  const itemHash = remembered((item: Item) => hashOf(item));
  const byHash = (key: string, value: unknown) => (key === 'item' ? itemHash(value as Item) : value);
  // Of what is left out, a page says only how much it is.
  return ({ leftOut, ...pack }) => sha256(JSON.stringify({ ...pack, leftOut: leftOut.length }, byHash));
}
