import type { Item } from '../model/item.ts';
import { ORIGINS, type Picked } from '../model/pack.ts';

/** Rounds in the order in which a behavioural pack wants them; other named rounds come after, no round last. */
const ROUNDS = ['onsite', 'behavioral', 'technical-screen', 'phone-screen'];
const DIFFICULTIES = ['hard', 'medium', 'easy'];

const place = (order: string[], name: string | undefined) => {
  const index = name === undefined ? -1 : order.indexOf(name);
  if (index >= 0) return index;
  return name === undefined ? order.length + 1 : order.length;
};

/** Order of sources: by file, then line, then id. It decides last, so that nothing hangs on the order of files. */
export function byPlace(a: Item, b: Item): number {
  if (a.source.file !== b.source.file) return a.source.file < b.source.file ? -1 : 1;
  return a.source.startLine - b.source.startLine || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * Orders items for one audience: how near they stand to it, then the round, then the difficulty, then the section's
 * own merit. 0 where all these are equal.
 */
export function likelier(merit: ((item: Item) => number) | undefined): (a: Picked, b: Picked) => number {
  const round = ({ item }: Picked) => Math.min(...[undefined, ...item.scope.rounds].map((name) => place(ROUNDS, name)));
  const difficulty = ({ item }: Picked) => place(DIFFICULTIES, item.scope.difficulty);
  return (a, b) =>
    ORIGINS.indexOf(a.origin) - ORIGINS.indexOf(b.origin) ||
    round(a) - round(b) ||
    difficulty(a) - difficulty(b) ||
    (merit?.(b.item) ?? 0) - (merit?.(a.item) ?? 0);
}
