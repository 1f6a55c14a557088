import type { Item } from '../model/item.ts';
import { companiesOf, levelsOf } from './nearness.ts';

/** Whom an item speaks of. */
export interface Addressee {
  companies: string[];
  levels: string[];
  roles: string[];
}

/** Everybody that items speak of, each once: items name few, each many times. */
export function addresseesOf(items: Item[]): Addressee[] {
  const all = new Map<string, Addressee>();
  for (const item of items) {
    const addressee = { companies: companiesOf(item), levels: levelsOf(item), roles: item.scope.roles };
    all.set(JSON.stringify(addressee), addressee);
  }
  return [...all.values()];
}
