import type { Digest } from './extract/digest.ts';
import type { Kind } from './model/item.ts';
import type { Addressee } from './select/addressee.ts';

/** Where an item stands: the place of its source in the library, and its own in the source. */
export interface Place {
  source: number;
  index: number;
  kind: Kind;
}

/** What is in a library, without the texts. */
export interface Catalogue {
  /** How many items there are. */
  size: number;
  placeOf(id: string): Place | undefined;
  kinds: ReadonlySet<Kind>;
  /** Everybody that items speak of. */
  addressees: Addressee[];
}

/** Makes the catalogue of a library from the digests of its sources. */
export function catalogueOf(digests: Digest[]): Catalogue {
  const places = new Map<string, Place>();
  for (const [source, { ids }] of digests.entries()) {
    for (const [index, [id, kind]] of ids.entries()) places.set(id, { source, index, kind });
  }
  return {
    size: digests.reduce((sum, { ids }) => sum + ids.length, 0),
    placeOf: (id) => places.get(id),
    kinds: new Set(digests.flatMap(({ kinds }) => Object.keys(kinds) as Kind[])),
    addressees: digests.flatMap(({ addressees }) => addressees),
  };
}
