import type { SectionRule } from '../../templates/kind.ts';
import type { Item } from '../model/item.ts';
import { ORIGINS, type Picked } from '../model/pack.ts';
import { push } from './lists.ts';

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
export type Wants = Pick<SectionRule, 'whole'> & { merit?: ((item: Item) => number) | undefined };

/**
 * Candidates in the order of how likely they are for one audience, those together that are equally likely, in source order: how near
 * they stand to the audience decides, then whether they have all that the section wants, then their round, then their difficulty, then
 * the section's own merit. Whoever has enough asks for no more.
 */
export function* byLikelihood(candidates: Picked[], { whole, merit }: Wants): Generator<Picked[]> {
  for (const alike of inOrder(candidates, (picked) => likelihood(picked, whole))) {
    const equals = merit ? inOrder(alike, ({ item }) => -merit(item)) : [alike];
    for (const group of equals) yield group.sort((a, b) => byPlace(a.item, b.item));
  }
}

/** Lists of those that have the same number, the lowest first. */
function* inOrder(candidates: Picked[], numberOf: (picked: Picked) => number): Generator<Picked[]> {
  const groups = new Map<number, Picked[]>();
  for (const picked of candidates) push(groups, numberOf(picked), picked);
  for (const number of Float64Array.from(groups.keys()).sort()) yield groups.get(number) ?? [];
}

/** How likely an item is before merit is asked for, as one number: the lower, the likelier. */
function likelihood({ item, origin }: Picked, whole: SectionRule['whole']): number {
  const { rounds, difficulty } = item.scope;
  const round = Math.min(place(ROUNDS, undefined), ...rounds.map((name) => place(ROUNDS, name)));
  const lacking = whole?.(item) === false ? 1 : 0;
  const digits = [ORIGINS.indexOf(origin), lacking, round, place(DIFFICULTIES, difficulty)];
  return digits.reduce((number, digit) => number * BASE + digit, 0);
}

/** More than there are values of any of these. */
const BASE = 16;
