import type { Item, Kind } from '../model/item.ts';
import { push } from './lists.ts';
import { mostSimilar, numberWords, similarity, type Words } from './words.ts';

/** Two texts of one kind are near-duplicates where their words have at least this Jaccard similarity. */
export const TWIN_SIMILARITY = 0.8;

/** Words that turn a sentence's sense round: they and the numbers must be the same in near-duplicates. */
const SENSE = /^(?:\d.*|no|not|never|without|don|t|cannot|nor|less|more|fewer|before|after)$/u;

/** All items of one kind whose texts hold the same words, and the other groups that are near; looked for when they are first asked for. */
type Alike = { words: Words; items: Item[]; near?: Alike[] };

/** All groups of one kind, and by each of their rarest words those that hold it. */
type OfKind = { groups: Map<string, Alike>; byWord?: Map<number, Alike[]> };

/**
 * By prefix filtering, only a few texts are compared: two sets with Jaccard similarity t share one of their rarest |x| − ⌈t·|x|⌉ + 1 words
 * (Bayardo, Ma and Srikant 2007).
 */
const rarest = ({ words }: Alike): Words =>
  words.subarray(0, words.length - Math.ceil(TWIN_SIMILARITY * words.length) + 1);

function byRarestWord(groups: Iterable<Alike>): Map<number, Alike[]> {
  const byWord = new Map<number, Alike[]>();
  for (const group of groups) for (const word of rarest(group)) push(byWord, word, group);
  return byWord;
}

/** Finds every item's near-duplicates of its own kind, and gives the functions that look up them and an item's words. */
export function findTwins(items: Item[]): { twins: (item: Item) => Item[]; words: (item: Item) => Words } {
  const texts = items.map(({ text }) => text);
  const { words: wordsOf, marked } = numberWords(texts, (word) => SENSE.test(word));
  const senseOf = (words: Words) => words.filter((word) => marked.has(word)).join();
  const areTwins = (a: Words, b: Words) =>
    mostSimilar(a, b) >= TWIN_SIMILARITY && similarity(a, b) >= TWIN_SIMILARITY && senseOf(a) === senseOf(b);
  const kinds = new Map<Kind, OfKind>();
  const groupOf = new Map<Item, Alike>();
  for (const [index, item] of items.entries()) {
    const ofKind = kinds.get(item.kind) ?? { groups: new Map() };
    kinds.set(item.kind, ofKind);
    const words = wordsOf[index] ?? NONE;
    const key = words.join();
    const group = ofKind.groups.get(key) ?? { words, items: [] };
    ofKind.groups.set(key, group);
    group.items.push(item);
    groupOf.set(item, group);
  }
  const nearOf = (group: Alike, kind: Kind): Alike[] => {
    const ofKind = kinds.get(kind);
    if (!ofKind) return [];
    ofKind.byWord ??= byRarestWord(ofKind.groups.values());
    const others = new Set<Alike>();
    for (const word of rarest(group)) for (const other of ofKind.byWord.get(word) ?? []) others.add(other);
    others.delete(group);
    return [...others].filter((other) => areTwins(group.words, other.words));
  };
  return {
    words: (item) => groupOf.get(item)?.words ?? NONE,
    twins: (item) => {
      const group = groupOf.get(item);
      if (!group) return [];
      group.near ??= nearOf(group, item.kind);
      if (group.items.length === 1 && group.near.length === 0) return [];
      return [group, ...group.near].flatMap((near) => near.items).filter((other) => other !== item);
    },
  };
}

const NONE: Words = new Uint32Array();
