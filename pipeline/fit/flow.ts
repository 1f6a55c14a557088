import { type Block, heightOf } from './arrangement.ts';

/** Fills columns one after the other, none higher than `height`; the very first block stands in any case where it `must`. */
function inTurn(blocks: Block[], columns: number, height: number, must: boolean): Block[][] {
  const filled: Block[][] = [];
  let at = 0;
  for (let column = 0; column < columns; column += 1) {
    const own: Block[] = [];
    let bottom = 0;
    for (let next = blocks[at]; next; next = blocks[at]) {
      if (bottom + next.height > height && !(must && at === 0)) break;
      own.push(next);
      bottom += next.height;
      at += 1;
    }
    filled.push(own);
  }
  return filled;
}

/** Every height that some run of blocks has, the least first: the least that columns can have is one of them. */
function runHeights(blocks: Block[]): number[] {
  const heights = new Set<number>();
  for (const first of blocks.keys()) {
    let sum = 0;
    for (const { height } of blocks.slice(first)) {
      sum += height;
      heights.add(sum);
    }
  }
  return [...heights].sort((a, b) => a - b);
}

/**
 * Puts as many blocks into columns of `height` as they hold in order, down the first column and then down the next, and
 * of all ways to do so the one with the lowest columns. The very first block stands in any case where it `must`.
 */
export function fill(blocks: Block[], columns: number, height: number, must = false): Block[][] {
  const full = inTurn(blocks, columns, height, must);
  if (columns === 1) return full;
  const taken = full.flat();
  const heights = runHeights(taken);
  let [low, high] = [0, heights.length - 1];
  const evenly = (index: number) => inTurn(taken, columns, heights[index] ?? height, must);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (evenly(middle).flat().length === taken.length) high = middle;
    else low = middle + 1;
  }
  return evenly(low);
}

/** The height of the highest of columns. */
export const highestOf = (columns: Block[][]): number => Math.max(0, ...columns.map(heightOf));
