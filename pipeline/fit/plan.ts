import type { Arrangement, Placed, Room, Section } from './arrangement.ts';
import { type Leaving, leavingOrder, tooHigh, without } from './leaving.ts';

/** Where everything stands, and what had to leave for it, in that order. */
export type Plan = { pages: Placed[][]; left: Leaving[]; fits: boolean };

/** Rounding, in pixels. */
const EPSILON = 0.5;

/**
 * Arranges sections on at most `budget` pages, and on fewer where leaving out blank lines is enough for that; as few as
 * possible of those with the lowest priority leave. Room that is then still free goes back to the best of them that fit it. Where even the must-haves need more pages, `fits` is false
 * and the pages are as many as they need.
 */
export function plan(sections: Section[], room: Room, budget: number, arrangement: Arrangement): Plan {
  const order = leavingOrder(sections);
  const highest = arrangement.highest(room);
  const first = tooHigh(sections, order, highest);
  const rest = order.filter((leaving) => !first.includes(leaving));
  const isWithin = ({ y, height }: Placed) => y + height <= room.height + EPSILON && height <= highest + EPSILON;
  const place = (others: Leaving[]) => arrangement.place(without(sections, [...first, ...others]), room);
  const isBlank = ({ items }: Leaving) => items.length === 0;
  const most = Math.min(budget, place(rest.filter(isBlank)).length);
  const attempt = (others: Leaving[]): Plan => {
    const pages = place(others);
    return { pages, left: [...first, ...others], fits: pages.length <= most && pages.flat().every(isWithin) };
  };
  const whole = attempt([]);
  if (whole.fits) return whole;
  let low = 1;
  let high = rest.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (attempt(rest.slice(0, middle)).fits) high = middle;
    else low = middle + 1;
  }
  let best = attempt(rest.slice(0, high));
  if (!best.fits) return best;
  for (const returning of rest.slice(0, high).reverse()) {
    if (isInterrupted(sections, returning, best.left)) continue;
    const fuller = attempt(best.left.filter((leaving) => leaving !== returning && !first.includes(leaving)));
    if (fuller.fits) best = fuller;
  }
  return best;
}

/** Whether a leaving that came back would follow a gap in the numbers of its section. */
function isInterrupted(sections: Section[], { targets }: Leaving, left: Leaving[]): boolean {
  return targets.some(
    ({ section, block, part }) =>
      part === null &&
      sections.some(({ index, numbered }) => numbered && index === section) &&
      left.some((other) => other.targets.some((at) => at.section === section && at.part === null && at.block < block)),
  );
}

/** Ids that are nowhere on the pages, in the order in which they left. */
export function leftOutOf(sections: Section[], { left }: Plan): string[] {
  const stays = without(sections, left).flatMap(({ blocks }) =>
    blocks.flatMap(({ items, parts }) => [...items, ...parts.flatMap((part) => part.items)]),
  );
  const printed = new Set(stays);
  return [...new Set(left.flatMap(({ items }) => items))].filter((id) => !printed.has(id));
}
