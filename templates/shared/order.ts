import { type Entry, ORIGINS } from '../../pipeline/model/pack.ts';
import { byPlace } from '../../pipeline/select/rank.ts';

/** How near an entry stands to its audience: 0 for the nearest. */
export const nearness = ({ origin }: Entry): number => ORIGINS.indexOf(origin);

/** Chosen entries as their sources order them, the nearest to the audience first: for what is read or done in sequence. */
export function inSourceOrder(ranked: Entry[]): Entry[] {
  return [...ranked].sort((a, b) => nearness(a) - nearness(b) || byPlace(a.item, b.item));
}
