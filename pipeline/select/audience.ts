import { bandNamed, bandOf, rungOf, sameLevel } from '../ladder.ts';
import type { Ladders } from '../model/ladders.ts';
import type { Audience } from '../model/manifest.ts';
import type { PackRequest } from '../model/pack.ts';
import { remembered } from '../remembered.ts';
import type { Addressee } from './addressee.ts';
import { push } from './lists.ts';
import { GENERAL, sameRole, slug } from './nearness.ts';

/** An audience with the folder of its packs: `meta/ic6`, or `meta/ic6/data-scientist` where there are several roles. */
export type Addressed = Audience & { folder: string };

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A level of an item that names several companies belongs to those whose ladder knows it, else to all of them. */
function isLevelOf(company: string, { companies, level }: NamedLevel, ladders: Ladders): boolean {
  return !companies.some((named) => rungOf(ladders, named, level)) || rungOf(ladders, company, level) !== undefined;
}

/** A level with the companies that are named beside it. */
type NamedLevel = { companies: string[]; level: string };

/** Few levels are named, each many times. */
function namedLevels(addressees: Addressee[]): Iterable<NamedLevel> {
  const all = new Map<string, NamedLevel>();
  for (const { companies, levels } of addressees) {
    for (const level of levels) all.set(`${companies} ${level}`, { companies, level });
  }
  return all.values();
}

/** The levels of a company that are named with it, each once, by the name the sources use (the ladder's where they differ). */
function levelsNamed(addressees: Addressee[], company: string, ladders: Ladders): string[] {
  const names = new Map<string, Set<string>>();
  for (const named of namedLevels(addressees)) {
    if (!isLevelOf(company, named, ladders)) continue;
    const { level } = named;
    const key = rungOf(ladders, company, level)?.level ?? level.toLowerCase();
    names.set(key, (names.get(key) ?? new Set()).add(level));
  }
  const levels = [...names].map(([key, used]) => {
    const [only = key, ...more] = [...used].sort(byName);
    return more.length > 0 || only.toLowerCase() === key.toLowerCase()
      ? (rungOf(ladders, company, key)?.level ?? only)
      : only;
  });
  const own = levels.filter((level) => bandNamed(ladders, level) === undefined);
  const covered = new Set(own.map((level) => bandOf(ladders, company, level)));
  return levels.filter((level) => own.includes(level) || !covered.has(bandNamed(ladders, level))).sort(byName);
}

function rolesNamed(addressees: Addressee[]): string[] {
  return [...new Set(addressees.flatMap(({ roles }) => roles))].sort(byName);
}

function withRoles(audience: Omit<Audience, 'role'>, addressees: Addressee[]): Addressed[] {
  const folder = `${slug(audience.company)}/${audience.level === null ? 'all-levels' : slug(audience.level)}`;
  const roles = rolesNamed(addressees);
  if (roles.length < 2) return [{ ...audience, role: roles[0] ?? null, folder }];
  return roles.map((role) => ({ ...audience, role, folder: `${folder}/${slug(role)}` }));
}

/**
 * Everybody that there is evidence for: each company with each level that is named with it (all levels together
 * where none is), one for each role where items of that company and level name two or more; and the general audience.
 */
export function audiencesOf(addressees: Addressee[], ladders: Ladders): Addressed[] {
  const byCompany = new Map<string, Addressee[]>();
  for (const addressee of addressees) {
    for (const company of addressee.companies) push(byCompany, company, addressee);
  }
  const companies = [...byCompany].sort(([a], [b]) => byName(a, b));
  const audiences = companies.flatMap(([company, own]) => {
    const levels = levelsNamed(own, company, ladders);
    if (levels.length === 0) return withRoles({ company, level: null, band: null }, own);
    return levels.flatMap((level) => {
      const isLevel = remembered((name: string) => sameLevel(ladders, company, name, level));
      const named = own.filter((addressee) => addressee.levels.some(isLevel));
      return withRoles({ company, level, band: bandOf(ladders, company, level) ?? null }, named);
    });
  });
  if (addressees.length === 0) return [];
  const roles = rolesNamed(addressees.filter(({ companies: named }) => named.length === 0));
  const role = roles.length === 1 ? (roles[0] ?? null) : null;
  return [...audiences, { company: GENERAL, level: null, band: null, role, folder: `${GENERAL}/all-levels` }];
}

const asksLevel = (wanted: string, audience: Audience, ladders: Ladders) =>
  audience.level !== null &&
  (sameLevel(ladders, audience.company, wanted, audience.level) ||
    (audience.band !== null && bandNamed(ladders, wanted) === audience.band));

const ASKS = {
  companies: (wanted: string, audience: Audience) => slug(wanted) === audience.company,
  levels: asksLevel,
  roles: (wanted: string, audience: Audience) => audience.role !== null && sameRole(slug(wanted), audience.role),
} satisfies Record<string, (wanted: string, audience: Audience, ladders: Ladders) => boolean>;
type Asked = keyof typeof ASKS;
const ASKED = Object.keys(ASKS) as Asked[];

/** Whether an audience is among those asked for. */
export function isAsked(audience: Audience, request: PackRequest, ladders: Ladders): boolean {
  return ASKED.every((by) => request[by]?.some((wanted) => ASKS[by](wanted, audience, ladders)) ?? true);
}

/** The values of a request that no audience answers to, with what there would have been to ask for. */
export function unanswered(
  audiences: Audience[],
  request: PackRequest,
  ladders: Ladders,
): { by: Asked; value: string; known: string[] }[] {
  const known: Record<Asked, (audience: Audience) => string | null> = {
    companies: (audience) => audience.company,
    levels: (audience) => audience.level,
    roles: (audience) => audience.role,
  };
  return ASKED.flatMap((by) =>
    (request[by] ?? [])
      .filter((value) => !audiences.some((audience) => ASKS[by](value, audience, ladders)))
      .map((value) => ({
        by,
        value,
        known: [...new Set(audiences.map(known[by]).filter((name) => name !== null))].sort(byName),
      })),
  );
}
