import { bandOf, sameLevel } from '../ladder.ts';
import type { Item } from '../model/item.ts';
import type { Ladders } from '../model/ladders.ts';
import type { Audience } from '../model/manifest.ts';
import type { Origin } from '../model/pack.ts';

/** The audience of everybody: it belongs to no company. */
export const GENERAL = 'general';

export const slug = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The companies that an item speaks of: its scope's, or the one that a company-focus row is about. */
export function companiesOf(item: Item): string[] {
  return item.kind === 'company-focus' ? [slug(item.company)] : item.scope.companies;
}

/** The levels that an item names, its band where it names only that. A level bar's own level comes before its page's. */
export function levelsOf(item: Item): string[] {
  if (item.kind === 'level-bar') return [item.level];
  if (item.scope.levels.length > 0) return item.scope.levels;
  return item.scope.band ? [item.scope.band] : [];
}

/** Whether two role slugs mean one role: the same, or one with a word more (`staff-data-scientist`, `data-scientist`). */
export function sameRole(a: string, b: string): boolean {
  return a === b || a.endsWith(`-${b}`) || b.endsWith(`-${a}`);
}

function levelFit(item: Item, audience: Audience, ladders: Ladders): 'any' | 'exact' | 'band' | 'other' {
  const names = levelsOf(item);
  if (names.length === 0) return 'any';
  const { company, level, band } = audience;
  if (level === null) return 'other';
  const companies = companiesOf(item);
  const home = companies.length === 0 || companies.includes(company) ? company : (companies[0] ?? company);
  if (home === company && names.some((name) => sameLevel(ladders, company, name, level))) return 'exact';
  const bands = names.map((name) => bandOf(ladders, home, name) ?? item.scope.band);
  return band !== null && bands.includes(band) ? 'band' : 'other';
}

/** Whether an item speaks of other companies than an audience's alone. */
export function isOfOthers(item: Item, { company }: Audience): boolean {
  const companies = companiesOf(item);
  return companies.length > 0 && !companies.includes(company);
}

/** How near an item stands to an audience. */
export function originOf(item: Item, audience: Audience, ladders: Ladders): Origin {
  if (isOfOthers(item, audience)) return 'other-company';
  const companies = companiesOf(item);
  const { roles } = item.scope;
  const { role } = audience;
  if (role !== null && roles.length > 0 && !roles.some((named) => sameRole(named, role))) return 'other-role';
  const fit = levelFit(item, audience, ladders);
  if (fit === 'other') return 'other-level';
  if (companies.length === 0 && role === null && roles.length > 0) return 'role';
  if (companies.length === 0) return fit === 'any' ? 'general' : 'level';
  return fit === 'any' ? 'company' : fit;
}
