import type { Diagnostic } from '../model/diagnostic.ts';
import type { Item, ItemOf } from '../model/item.ts';
import { RULES } from '../rules.ts';
import { bandWordIn, levelsIn } from '../vocabulary/levels.ts';
import { normalise } from '../vocabulary/normalise.ts';
import { beatOf } from '../vocabulary/vocabulary.ts';

/** The least share of common entries at which two lists of values count as the same list. */
const ALIKE = 0.5;

/** Where something is said. */
interface Place {
  file: string;
  line: number;
}

/** What some items say that those of another source could contradict. */
export interface Claims {
  values: (Place & { company: string; list: string[] })[];
  bands: (Place & { level: string; companies: string; band: string })[];
  durations: (Place & { beat: string; about: string; least: number; most: number })[];
}

export const claimsOf = (items: Item[]): Claims => ({
  values: values(items),
  bands: bands(items),
  durations: durations(items),
});

/** Where two sources contradict each other: a company's values, the band of a level, the length of a beat. Each pair is named once. */
export function contradictions(claims: Claims[]): Diagnostic[] {
  const lengthOf = ({ least, most }: Claims['durations'][number]) => `${least === most ? least : `${least}–${most}`} s`;
  return [
    ...pairs(
      claims.flatMap((own) => own.values),
      ({ company }) => company,
      ({ list }) => [...list].sort().join(),
      (a, b) => {
        const shared = a.list.filter((entry) => b.list.includes(entry)).length;
        return shared < Math.min(a.list.length, b.list.length) * ALIKE ? `other values of ${b.company}` : undefined;
      },
    ),
    ...pairs(
      claims.flatMap((own) => own.bands),
      ({ level, companies }) => `${level} ${companies}`,
      ({ band }) => band,
      (a, b) => (a.band === b.band ? undefined : `${b.level} called ${b.band}, not ${a.band}`),
    ),
    ...pairs(
      claims.flatMap((own) => own.durations),
      ({ about }) => about,
      lengthOf,
      (a, b) => (a.most < b.least || b.most < a.least ? `${b.beat}: ${lengthOf(b)}, not ${lengthOf(a)}` : undefined),
    ),
  ];
}

function clash({ file, line }: Place, other: Place, found: string): Diagnostic {
  const { severity, expected, advice } = RULES.contradiction;
  return {
    file,
    line,
    severity,
    rule: 'contradiction',
    found: `${found} (against ${other.file}:${other.line})`,
    expected,
    advice,
  };
}

const placeOf = ({ source }: Item): Place => ({ file: source.file, line: source.startLine });

const only = <K extends Item['kind']>(items: Item[], kind: K): ItemOf<K>[] =>
  items.filter((item): item is ItemOf<K> & Item => item.kind === kind) as ItemOf<K>[];

/** Lists of values: the same company's rows that each name four or more, and share fewer than half. */
function values(items: Item[]): Claims['values'] {
  return only(items, 'company-focus')
    .map((item) => {
      const entries = (item.prepare ?? '').split(/[;,.]/).map(normalise);
      const list = [...new Set(entries.filter((entry) => entry !== '' && entry.split(' ').length <= 5))];
      return { ...placeOf(item), company: item.company, list };
    })
    .filter(({ list }) => list.length >= 4);
}

/** "ICT3 (senior)" in one source and "ICT3 (mid)" in another. */
function bands(items: Item[]): Claims['bands'] {
  const headings = new Set(items.flatMap(({ source }) => source.section));
  const called = new Map([...headings].map((heading) => [heading, levelCalled(heading)]));
  const said = new Map<string, Claims['bands'][number]>();
  for (const item of items)
    for (const heading of item.source.section) {
      const named = called.get(heading);
      const companies = item.scope.companies.join();
      if (named) said.set(`${item.source.file} ${named.level} ${companies}`, { ...placeOf(item), companies, ...named });
    }
  return [...said.values()];
}

/** The one level that a heading names, and the band that it calls it. */
function levelCalled(heading: string): { level: string; band: string } | undefined {
  const [level, ...others] = levelsIn(heading);
  const named = /\(([^)]+)\)/.exec(heading)?.[1] ?? /[—–-]\s*([\p{L} ]+?)(?:$|[:,(])/u.exec(heading)?.[1];
  const band = named && bandWordIn(named);
  return level && others.length === 0 && band ? { level, band } : undefined;
}

/** The same beat for the same audience with lengths that do not overlap. */
function durations(items: Item[]): Claims['durations'] {
  return only(items, 'time-budget').flatMap((item) => {
    const known = beatOf(item.beat);
    if (item.percent !== undefined || !known) return [];
    const { companies, levels, roles } = item.scope;
    const [least, most] = [item.seconds ?? item.secondsMin ?? 0, item.seconds ?? item.secondsMax ?? 0];
    const about = JSON.stringify([known, companies, levels, roles]);
    return [{ ...placeOf(item), beat: item.beat, about, least, most }];
  });
}

/**
 * What each says otherwise than the first one before it in another file that speaks of the same: `same` names what one speaks of, `told`
 * what it says of it, and `against` what is wrong between two. One file is enough for each thing told, and one more for those in that file.
 */
function pairs<T extends Place>(
  all: T[],
  same: (one: T) => string,
  told: (one: T) => string,
  against: (a: T, b: T) => string | undefined,
): Diagnostic[] {
  const fileOf = ({ file }: T) => file;
  const earlier = new Map<string, Map<string, T[]>>();
  return all.flatMap((b) => {
    const alike = earlier.get(same(b)) ?? new Map<string, T[]>();
    earlier.set(same(b), alike);
    const a = [...alike.values()].flat().find((one) => fileOf(one) !== fileOf(b) && against(one, b));
    const echoes = alike.get(told(b)) ?? [];
    if (echoes.length < 2 && echoes.every((one) => fileOf(one) !== fileOf(b))) alike.set(told(b), [...echoes, b]);
    const found = a && against(a, b);
    return a && found ? [clash(b, a, found)] : [];
  });
}
