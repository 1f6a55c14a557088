import type { Item } from '../../pipeline/model/item.ts';
import { type Surroundings, wrongAttributes } from './attributes.ts';
import type { GoldRow } from './gold.ts';
import { holds } from './span.ts';

/** Which items answer which rows of one document. */
export interface Matching {
  found: { row: GoldRow; item: Item; wrong: string[] }[];
  missed: GoldRow[];
  /** Items that no row asks for and no optional row excuses. */
  spurious: Item[];
}

/**
 * Gives each row the first free item of its kind that starts in its lines, one with every attribute right before any other.
 * Rows that ask choose before optional ones; each in the order of the file.
 */
export function match(rows: readonly GoldRow[], items: readonly Item[], around: Surroundings): Matching {
  const free = new Set(items);
  const take = (row: GoldRow): Matching['found'][number] | undefined => {
    const candidates = [...free]
      .filter(({ kind, source }) => kind === row.kind && holds(row.starts, source.startLine))
      .map((item) => ({ row, item, wrong: wrongAttributes(item, row, around) }));
    const taken = candidates.find(({ wrong }) => wrong.length === 0) ?? candidates[0];
    if (taken) free.delete(taken.item);
    return taken;
  };
  const found: Matching['found'] = [];
  const missed: GoldRow[] = [];
  for (const row of rows.filter(({ optional }) => !optional)) {
    const taken = take(row);
    if (taken) found.push(taken);
    else missed.push(row);
  }
  for (const row of rows.filter(({ optional }) => optional)) take(row);
  return { found, missed, spurious: [...free] };
}
