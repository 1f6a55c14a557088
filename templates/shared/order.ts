import { type Entry, ORIGINS } from '../../pipeline/model/pack.ts';
import { byPlace } from '../../pipeline/select/rank.ts';

/** Chosen entries as their sources order them, the nearest to the audience first: for what is read or done in sequence. */
export function inSourceOrder(ranked: Entry[]): Entry[] {
  const nearness = ({ origin }: Entry) => ORIGINS.indexOf(origin);
  return [...ranked].sort((a, b) => nearness(a) - nearness(b) || byPlace(a.item, b.item));
}
