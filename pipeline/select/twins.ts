import type { Item, Kind } from '../model/item.ts';
import { push } from './lists.ts';
import { mostSimilar, numberWords, similarity, type Words } from './words.ts';

/** Two texts of one kind are near-duplicates where their words have at least this Jaccard similarity. */
export const TWIN_SIMILARITY = 0.8;

/** Words that turn a sentence's sense round: they and the numbers must be the same in near-duplicates. */
const SENSE = /^(?:\d.*|no|not|never|without|don|t|cannot|nor|less|more|fewer|before|after)$/u;

/** All items of one kind whose texts hold the same words. */
type Alike = { words: Words; items: Item[]; near: Alike[] };

/**
 * Pairs of near-duplicates by prefix filtering: two sets with Jaccard similarity t share one of their rarest
 * |x| − ⌈t·|x|⌉ + 1 words (Bayardo, Ma and Srikant 2007), so that only those that do are compared.
 */
function joinNear(all: Alike[], areTwins: (a: Words, b: Words) => boolean): void {
  const seen = new Map<number, Alike[]>();
  for (const one of all) {
    const { length } = one.words;
    const rarest = one.words.subarray(0, length - Math.ceil(TWIN_SIMILARITY * length) + 1);
    const others = new Set<Alike>();
    for (const word of rarest) for (const other of seen.get(word) ?? []) others.add(other);
    for (const other of others) {
      if (!areTwins(one.words, other.words)) continue;
      one.near.push(other);
      other.near.push(one);
    }
    for (const word of rarest) push(seen, word, one);
  }
}

/** Finds every item's near-duplicates of its own kind, and gives the functions that look up them and an item's words. */
export function findTwins(items: Item[]): { twins: (item: Item) => Item[]; words: (item: Item) => Words } {
  const texts = items.map(({ text }) => text);
  const { words: wordsOf, marked } = numberWords(texts, (word) => SENSE.test(word));
  const senseOf = (words: Words) => words.filter((word) => marked.has(word)).join();
  const areTwins = (a: Words, b: Words) =>
    mostSimilar(a, b) >= TWIN_SIMILARITY && similarity(a, b) >= TWIN_SIMILARITY && senseOf(a) === senseOf(b);
  const groups = new Map<Kind, Map<string, Alike>>();
  const groupOf = new Map<Item, Alike>();
  for (const [index, item] of items.entries()) {
    const ofKind = groups.get(item.kind) ?? new Map<string, Alike>();
    groups.set(item.kind, ofKind);
    const words = wordsOf[index] ?? NONE;
    const key = words.join();
    const group = ofKind.get(key) ?? { words, items: [], near: [] };
    ofKind.set(key, group);
    group.items.push(item);
    groupOf.set(item, group);
  }
  for (const ofKind of groups.values()) joinNear([...ofKind.values()], areTwins);
  return {
    words: (item) => groupOf.get(item)?.words ?? NONE,
    twins: (item) => {
      const group = groupOf.get(item);
      if (!group || (group.items.length === 1 && group.near.length === 0)) return [];
      return [group, ...group.near].flatMap((near) => near.items).filter((other) => other !== item);
    },
  };
}

const NONE: Words = new Uint32Array();
