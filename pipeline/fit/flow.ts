import { type Block, heightOf } from './arrangement.ts';

/**
 * Puts blocks in order into columns, each into the one that is lowest filled, so that the first stand at the top of
 * all columns. Stops at the first that would go below `height`; the very first stands in any case where it `must`.
 */
export function fill(blocks: Block[], columns: number, height: number, must = false): Block[][] {
  const filled = Array.from({ length: columns }, (): { blocks: Block[]; bottom: number } => ({
    blocks: [],
    bottom: 0,
  }));
  for (const [index, block] of blocks.entries()) {
    const lowest = filled.reduce((low, column) => (column.bottom < low.bottom ? column : low));
    if (lowest.bottom + block.height > height && !(must && index === 0)) break;
    lowest.blocks.push(block);
    lowest.bottom += block.height;
  }
  return filled.map((column) => column.blocks);
}

/** The height of the highest of columns. */
export const highestOf = (columns: Block[][]): number => Math.max(0, ...columns.map(heightOf));
