import type { SectionRule } from '../../templates/kind.ts';
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

/** What a section wants of an item beyond its nearness: whether it is whole, and how good it is. */
export type Wants = Pick<SectionRule, 'whole'> & { merit: (item: Item) => number };

/**
 * How likely an item is for one audience, as numbers of which the first that differ decide, the lower being better: how
 * near it stands to the audience, then whether it has all that the section wants, then its round, then its difficulty,
 * then the section's own merit.
 */
export function likelihood({ item, origin }: Picked, { whole, merit }: Wants): number[] {
  const { rounds, difficulty } = item.scope;
  const round = Math.min(place(ROUNDS, undefined), ...rounds.map((name) => place(ROUNDS, name)));
  const lacking = whole?.(item) === false ? 1 : 0;
  return [ORIGINS.indexOf(origin), lacking, round, place(DIFFICULTIES, difficulty), -merit(item)];
}

/** The order of two likelihoods; 0 where they are the same. */
export function byKey(a: number[], b: number[]): number {
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0);
  }
  return 0;
}
