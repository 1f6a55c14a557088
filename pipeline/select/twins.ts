import type { Item, Kind } from '../model/item.ts';

/** Two texts of one kind are near-duplicates where their words have at least this Jaccard similarity. */
export const TWIN_SIMILARITY = 0.8;

/** Words that turn a sentence's sense round: they and the numbers must be the same in near-duplicates. */
const SENSE = /^(?:\d.*|no|not|never|without|don|t|cannot|nor|less|more|fewer|before|after)$/u;

/** The distinct words of a text, in lower case; a Han character counts as a word. */
export function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [],
  );
}

/** The Jaccard similarity of two sets of words: those shared over all, 0 to 1. */
export function similarity(a: Set<string>, b: Set<string>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of fewer) if (more.has(word)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

function areTwins(a: Set<string>, b: Set<string>): boolean {
  const agree = (one: Set<string>, other: Set<string>) => [...one].every((w) => !SENSE.test(w) || other.has(w));
  return similarity(a, b) >= TWIN_SIMILARITY && agree(a, b) && agree(b, a);
}

/** All items of one kind whose texts hold the same words. */
type Alike = { words: Set<string>; items: Item[]; near: Alike[] };

const push = <K, V>(lists: Map<K, V[]>, key: K, value: V) => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/**
 * Pairs of near-duplicates by prefix filtering: two sets with Jaccard similarity t share one of their rarest
 * |x| − ⌈t·|x|⌉ + 1 words (Bayardo, Ma and Srikant 2007), so that only those that do are compared.
 */
function joinNear(all: Alike[]): void {
  const frequency = new Map<string, number>();
  for (const { words } of all) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const seen = new Map<string, Alike[]>();
  for (const one of all) {
    const rarest = [...one.words].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
    const prefix = rarest.slice(0, rarest.length - Math.ceil(TWIN_SIMILARITY * rarest.length) + 1);
    for (const other of new Set(prefix.flatMap((word) => seen.get(word) ?? []))) {
      if (!areTwins(one.words, other.words)) continue;
      one.near.push(other);
      other.near.push(one);
    }
    for (const word of prefix) push(seen, word, one);
  }
}

/** Finds every item's near-duplicates of its own kind, and gives the functions that look up them and an item's words. */
export function findTwins(items: Item[]): { twins: (item: Item) => Item[]; words: (item: Item) => Set<string> } {
  const groups = new Map<Kind, Map<string, Alike>>();
  const groupOf = new Map<Item, Alike>();
  for (const item of items) {
    const ofKind = groups.get(item.kind) ?? new Map<string, Alike>();
    groups.set(item.kind, ofKind);
    const words = wordsOf(item.text);
    const key = [...words].sort().join(' ');
    const group = ofKind.get(key) ?? { words, items: [], near: [] };
    ofKind.set(key, group);
    group.items.push(item);
    groupOf.set(item, group);
  }
  for (const ofKind of groups.values()) joinNear([...ofKind.values()]);
  return {
    words: (item) => groupOf.get(item)?.words ?? new Set(),
    twins: (item) => {
      const group = groupOf.get(item);
      const alike = group ? [group, ...group.near].flatMap((near) => near.items) : [];
      return alike.filter((other) => other !== item);
    },
  };
}
