import type { Copy } from '../manifest.ts';
import type { Item } from '../model/item.ts';
import { hashOf, sha256 } from './hash.ts';
import { type Inputs, printInputs } from './inputs.ts';

/**
 * Gives the key of a copy: one hash over everything that shapes its bytes, found without making its page. Each item is hashed once for
 * all the packs that hold it.
 */
export function copyKeys(inputs: Inputs, branding: string | undefined): (copy: Copy) => string {
  const hashes = new Map<unknown, string>();
  const itemHash = (item: Item) => {
    const hash = hashes.get(item) ?? hashOf(item);
    hashes.set(item, hash);
    return hash;
  };
  const byHash = (key: string, value: unknown) => (key === 'item' ? itemHash(value as Item) : value);
  // Of what is left out, a page says only how much it is.
  const shown = ({ leftOut, ...pack }: Copy['pack']) => ({ ...pack, leftOut: leftOut.length });
  return ({ pack, paper }) =>
    sha256(JSON.stringify([shown(pack), paper, branding, printInputs(inputs, pack.kind)], byHash));
}
