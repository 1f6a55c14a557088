import type { Block } from './arrangement.ts';

/** Fills columns with blocks in order, each up to a height; the first block stands in any case where it `must`. */
export function fill(blocks: Block[], columns: number, height: number, must = false): Block[][] {
  let next = 0;
  return Array.from({ length: columns }, (_, column) => {
    const filled: Block[] = [];
    let bottom = 0;
    for (let block = blocks[next]; block; block = blocks[next]) {
      const stays = must && column === 0 && filled.length === 0;
      if (bottom + block.height > height && !stays) break;
      filled.push(block);
      bottom += block.height;
      next += 1;
    }
    return filled;
  });
}

/** All blocks in columns of the least height that holds them; null where that is more than `most`. */
export function evenly(blocks: Block[], columns: number, most: number): Block[][] | null {
  const holds = (height: number) => fill(blocks, columns, height).flat().length === blocks.length;
  if (!holds(most)) return null;
  let low = 0;
  let high = most;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return fill(blocks, columns, high);
}
