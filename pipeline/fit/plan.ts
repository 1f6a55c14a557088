import type { Arrange, Block, Placed, Room, Section } from './arrangement.ts';

/** Something that may leave: a block, or a part of one. */
export type Leaving = { section: number; block: number; part: number | null; items: string[]; priority: number };

/** Where everything stands, and what had to leave for it, in that order. */
export type Plan = { pages: Placed[][]; left: Leaving[]; fits: boolean };

const isGone = (left: Leaving[], section: number, block: number, part: number | null) =>
  left.some((gone) => gone.section === section && gone.block === block && (gone.part === null || gone.part === part));

/** The sections without what has left; one that has lost all its blocks has left too. */
export function without(sections: Section[], left: Leaving[]): Section[] {
  const stay = ({ index: section, blocks }: Section): Block[] =>
    blocks
      .filter((block) => !isGone(left, section, block.index, null))
      .map((block) => {
        const parts = block.parts.filter((part) => !isGone(left, section, block.index, part.index));
        const gone = block.parts.filter((part) => !parts.includes(part));
        return { ...block, parts, height: gone.reduce((height, part) => height - part.height, block.height) };
      });
  return sections
    .map((section) => ({ ...section, blocks: stay(section), had: section.blocks.length }))
    .filter(({ blocks, had }) => blocks.length > 0 || had === 0)
    .map(({ had: _, ...section }) => section);
}

/** All that may leave, in the order in which it does: the highest priority number first, of equals the last. */
export function leavingOrder(sections: Section[]): Leaving[] {
  return sections
    .flatMap(({ index: section, blocks }) =>
      blocks.flatMap((block) => {
        const { index, items, priority } = block;
        const parts = block.parts.map((part) => ({
          section,
          block: index,
          part: part.index,
          items: part.items,
          priority: part.priority,
        }));
        const all = [...items, ...block.parts.flatMap((part) => part.items)];
        return [{ section, block: index, part: null, items: all, priority }, ...parts];
      }),
    )
    .filter(({ priority }) => priority > 0)
    .map((leaving, order) => ({ leaving, order }))
    .sort((a, b) => b.leaving.priority - a.leaving.priority || b.order - a.order)
    .map(({ leaving }) => leaving);
}

/** What is higher than a page even by itself leaves before anything else. */
function tooHigh(sections: Section[], order: Leaving[], room: Room): Leaving[] {
  return order.filter(({ section: at, block: index, part }) => {
    const section = sections.find((one) => one.index === at);
    const block = section?.blocks.find((one) => one.index === index);
    if (!section || !block) return false;
    const parts = block.parts.reduce((sum, { height }) => sum + height, 0);
    return part === null && section.chrome + block.height - parts > room.height;
  });
}

/**
 * Arranges sections on at most `budget` pages; as few as possible of those with the lowest priority leave. Where even
 * the must-haves need more, `fits` is false and the pages are as many as they need.
 */
export function plan(sections: Section[], room: Room, budget: number, arrange: Arrange): Plan {
  const order = leavingOrder(sections);
  const first = tooHigh(sections, order, room);
  const rest = order.filter((leaving) => !first.includes(leaving));
  const attempt = (count: number): Plan => {
    const left = [...first, ...rest.slice(0, count)];
    const pages = arrange(without(sections, left), room);
    const isWithin = pages.flat().every(({ y, height }) => y + height <= room.height + 0.5);
    return { pages, left, fits: isWithin && pages.length <= budget };
  };
  const whole = attempt(0);
  if (whole.fits) return whole;
  let low = 1;
  let high = rest.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (attempt(middle).fits) high = middle;
    else low = middle + 1;
  }
  return attempt(Math.min(high, rest.length));
}
