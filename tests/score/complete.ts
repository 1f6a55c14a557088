import type { Item } from '../../pipeline/model/item.ts';
import { withoutMarkup, words } from './words.ts';

/** How many of the words in some lines an item carries. */
export interface Completeness {
  carried: number;
  there: number;
}

/** Counts the words of the lines, and those that an item over the same line carries in whatever field. */
export function completeness(
  found: ReadonlySet<number>,
  items: readonly Item[],
  lines: readonly string[],
): Completeness {
  const carriedBy = new Map(items.map((item) => [item, carriedWords(item)]));
  const total: Completeness = { carried: 0, there: 0 };
  for (const line of found) {
    const over = items.filter(({ source }) => source.startLine <= line && line <= source.endLine);
    const carried = new Set(over.flatMap((item) => carriedBy.get(item) ?? []));
    for (const word of words(withoutMarkup(lines[line - 1] ?? ''))) {
      total.there++;
      if (carried.has(word) || isGlued(word, carried)) total.carried++;
    }
  }
  return total;
}

/** A word that white space was lost in: a carried word of three letters or more stands at one of its ends. */
const isGlued = (word: string, carried: ReadonlySet<string>): boolean =>
  [...carried].some((part) => part.length > 2 && (word.startsWith(part) || word.endsWith(part)));

/** Every word of every text in an item, but for its id and its source. */
function carriedWords(item: Item): string[] {
  const { id: _id, source: _source, ...fields } = item;
  return textsOf(fields).flatMap((text) => words(withoutMarkup(text)));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
