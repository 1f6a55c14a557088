import fc from 'fast-check';
import type { Block, Room, Section } from '../../pipeline/fit/arrangement.ts';

export const block = (index: number, height: number, priority = 0, parts: Block['parts'] = []): Block => ({
  index,
  items: [`i${index}`],
  priority,
  height,
  parts,
});

export const section = (index: number, heights: number[], more: Partial<Section> = {}): Section => ({
  index,
  span: 1,
  opens: false,
  flow: 1,
  chrome: 10,
  chromeAgain: 10,
  blocks: heights.map((height, at) => ({ ...block(at, height), items: [`s${index}b${at}`] })),
  keep: false,
  loose: false,
  numbered: false,
  stretch: 0,
  ...more,
});

export const ROOM: Room = { width: 620, height: 1000, columns: 2, gap: 20 };

/** Any sections that a page may hold, each block lower than the room. */
export const anySections: fc.Arbitrary<Section[]> = fc
  .array(
    fc.record({
      span: fc.constantFrom<Section['span']>('full', 1),
      opens: fc.constant(false),
      flow: fc.constantFrom(1, 2),
      chrome: fc.integer({ min: 0, max: 60 }),
      chromeAgain: fc.integer({ min: 0, max: 80 }),
      keep: fc.boolean(),
      loose: fc.boolean(),
      numbered: fc.boolean(),
      stretch: fc.constantFrom(0, 50),
      blocks: fc.array(fc.record({ height: fc.integer({ min: 1, max: 400 }), priority: fc.nat(5) }), { maxLength: 12 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ blocks, ...rest }, index) => ({
      ...rest,
      index,
      blocks: blocks.map(({ height, priority }, at) => ({
        ...block(at, height, priority),
        items: [`s${index}b${at}`],
      })),
    })),
  );
