import { push } from './select/lists.ts';

/** Values by what they have in common, in the order in which each group first comes. */
export function grouped<T, K extends string>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) push(groups, keyOf(value), value);
  return groups;
}
