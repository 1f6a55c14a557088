import type { Block, Section } from './arrangement.ts';

/** A block, or one part of it, by the indexes that it was measured under. */
export type Target = { section: number; block: number; part: number | null };

/** What leaves together: the places of one item. */
export type Leaving = { targets: Target[]; items: string[]; priority: number };

const at = ({ section, block, part }: Target) => `${section}/${block}/${part ?? ''}`;

/** Every block and part that may leave: those of the highest priority number first, of equals the last. */
export function leavingOrder(sections: Section[]): Leaving[] {
  const byItem = new Map<string, Leaving>();
  const add = (target: Target, own: string[], priority: number, items: string[]) => {
    const key = own.length > 0 ? `${priority} ${own.join(' ')}` : at(target);
    const known = byItem.get(key);
    if (known) known.targets.push(target);
    else byItem.set(key, { targets: [target], items, priority });
  };
  for (const { index: section, blocks } of sections) {
    for (const { index: block, items, priority, parts } of blocks) {
      add({ section, block, part: null }, items, priority, [...items, ...parts.flatMap((part) => part.items)]);
      for (const part of parts) add({ section, block, part: part.index }, part.items, part.priority, part.items);
    }
  }
  return [...byItem.values()]
    .filter(({ priority }) => priority > 0)
    .map((leaving, order) => ({ leaving, order }))
    .sort((a, b) => b.leaving.priority - a.leaving.priority || b.order - a.order)
    .map(({ leaving }) => leaving);
}

/** The sections without what has left; one that has lost all its blocks has left too. */
export function without(sections: Section[], left: Leaving[]): Section[] {
  const gone = new Set(left.flatMap(({ targets }) => targets.map(at)));
  const stay = ({ index: section, blocks }: Section): Block[] =>
    blocks
      .filter(({ index }) => !gone.has(at({ section, block: index, part: null })))
      .map((block) => {
        const parts = block.parts.filter(({ index }) => !gone.has(at({ section, block: block.index, part: index })));
        const lost = block.parts.filter((part) => !parts.includes(part));
        return { ...block, parts, height: lost.reduce((height, part) => height - part.height, block.height) };
      });
  return sections.flatMap((section) => {
    const blocks = stay(section);
    return blocks.length > 0 || section.blocks.length === 0 ? [{ ...section, blocks }] : [];
  });
}

/** Whether some place of a leaving lies in a block. */
const isIn = ({ targets }: Leaving, section: number, block: number) =>
  targets.some((target) => target.section === section && target.block === block);

/**
 * What has to leave because its block is higher than any place for it: first parts that no block of this kind could
 * hold, then further parts as they leave, then the block.
 */
export function tooHigh(sections: Section[], order: Leaving[], highest: number): Leaving[] {
  const left: Leaving[] = [];
  for (const section of sections) {
    for (const block of section.blocks) {
      const most = highest - Math.max(section.chrome, section.chromeAgain);
      const base = block.parts.reduce((height, part) => height - part.height, block.height);
      let height = block.height;
      const own = order.filter((leaving) => isIn(leaving, section.index, block.index));
      const partOf = ({ targets }: Leaving) =>
        block.parts.find(({ index }) => targets.some(({ part }) => part === index));
      const hopeless = own.filter((leaving) => base + (partOf(leaving)?.height ?? 0) > most);
      for (const leaving of [...hopeless, ...own.filter((other) => !hopeless.includes(other))]) {
        if (height <= most) break;
        left.push(leaving);
        height -= partOf(leaving)?.height ?? height;
      }
    }
  }
  return [...new Set(left)];
}
