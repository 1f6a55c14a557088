import { hashOf } from '../cache/hash.mjs';
import { grouped } from '../grouped.ts';
import type { Kind } from '../model/item.ts';
import { type Addressee, addresseesOf } from '../select/addressee.ts';
import { type Claims, claimsOf } from './contradict.ts';
import type { Reading } from './reading.ts';

/** What a build needs to know of every source's items, without the items. */
export interface Digest {
  /** Everybody that items speak of, each once. */
  addressees: Addressee[];
  /** The items' ids, in their order, with their kinds. */
  ids: [id: string, kind: Kind][];
  /** One hash over all that packs can print of the items of each kind. */
  kinds: Partial<Record<Kind, string>>;
  claims: Claims;
}

export function digestOf({ source, items }: Reading): Digest {
  const { file, title, date } = source;
  const ofKind = grouped(items, ({ kind }) => kind);
  return {
    addressees: addresseesOf(items),
    ids: items.map(({ id, kind }) => [id, kind]),
    kinds: Object.fromEntries([...ofKind].map(([kind, own]) => [kind, hashOf([file, title, date, own])])),
    claims: claimsOf(items),
  };
}
