import type { Diagnostic } from '../model/diagnostic.ts';
import type { Item, ItemOf } from '../model/item.ts';
import type { Library } from '../model/library.ts';
import { RULES } from '../rules.ts';
import { bandWordIn, levelsIn } from '../vocabulary/levels.ts';
import { beatOf, normalise } from '../vocabulary/vocabulary.ts';

/** The least share of common entries at which two lists of values count as the same list. */
const ALIKE = 0.5;

/** Where two sources contradict each other: a company's values, the band of a level, the length of a beat. Each pair is named once. */
export function contradictions({ items }: Library): Diagnostic[] {
  return [...values(items), ...bands(items), ...durations(items)];
}

function clash(item: Item, other: Item, found: string): Diagnostic {
  const { severity, expected, advice } = RULES.contradiction;
  return {
    file: item.source.file,
    line: item.source.startLine,
    severity,
    rule: 'contradiction',
    found: `${found} (against ${other.source.file}:${other.source.startLine})`,
    expected,
    advice,
  };
}

const only = <K extends Item['kind']>(items: Item[], kind: K): ItemOf<K>[] =>
  items.filter((item): item is ItemOf<K> & Item => item.kind === kind) as ItemOf<K>[];

/** Lists of values: the same company's rows that each name four or more, and share fewer than half. */
function values(items: Item[]): Diagnostic[] {
  const rows = only(items, 'company-focus').map((item) => ({
    item,
    list: new Set(
      (item.prepare ?? '')
        .split(/[;,.]/)
        .map(normalise)
        .filter((entry) => entry !== '' && entry.split(' ').length <= 5),
    ),
  }));
  return pairs(
    rows.filter(({ list }) => list.size >= 4),
    ({ item }) => item.company,
    ({ list }) => [...list].sort().join(),
    (a, b) => {
      const shared = [...a.list].filter((entry) => b.list.has(entry)).length;
      return shared < Math.min(a.list.size, b.list.size) * ALIKE ? `other values of ${b.item.company}` : undefined;
    },
  );
}

/** "ICT3 (senior)" in one source and "ICT3 (mid)" in another. */
function bands(items: Item[]): Diagnostic[] {
  const headings = new Set(items.flatMap(({ source }) => source.section));
  const called = new Map([...headings].map((heading) => [heading, levelCalled(heading)]));
  const said = new Map<string, { item: Item; level: string; band: string }>();
  for (const item of items)
    for (const heading of item.source.section) {
      const named = called.get(heading);
      if (named) said.set(`${item.source.file} ${named.level} ${item.scope.companies.join()}`, { item, ...named });
    }
  return pairs(
    [...said.values()],
    ({ item, level }) => `${level} ${item.scope.companies.join()}`,
    ({ band }) => band,
    (a, b) => (a.band === b.band ? undefined : `${b.level} called ${b.band}, not ${a.band}`),
  );
}

/** The one level that a heading names, and the band that it calls it. */
function levelCalled(heading: string): { level: string; band: string } | undefined {
  const [level, ...others] = levelsIn(heading);
  const named = /\(([^)]+)\)/.exec(heading)?.[1] ?? /[—–-]\s*([\p{L} ]+?)(?:$|[:,(])/u.exec(heading)?.[1];
  const band = named && bandWordIn(named);
  return level && others.length === 0 && band ? { level, band } : undefined;
}

/** The same beat for the same audience with lengths that do not overlap. */
function durations(items: Item[]): Diagnostic[] {
  const timed = only(items, 'time-budget')
    .filter((item) => item.percent === undefined && beatOf(item.beat))
    .map((item) => {
      const [least, most] = [item.seconds ?? item.secondsMin ?? 0, item.seconds ?? item.secondsMax ?? 0];
      return { item, least, most, length: `${least === most ? least : `${least}–${most}`} s` };
    });
  return pairs(
    timed,
    ({ item: { beat, scope } }) => JSON.stringify([beatOf(beat), scope.companies, scope.levels, scope.roles]),
    ({ length }) => length,
    (a, b) => (a.most < b.least || b.most < a.least ? `${b.item.beat}: ${b.length}, not ${a.length}` : undefined),
  );
}

/**
 * What each says otherwise than the first one before it in another file that speaks of the same: `same` names what one speaks of, `told`
 * what it says of it, and `against` what is wrong between two. One file is enough for each thing told, and one more for those in that file.
 */
function pairs<T extends { item: Item }>(
  all: T[],
  same: (one: T) => string,
  told: (one: T) => string,
  against: (a: T, b: T) => string | undefined,
): Diagnostic[] {
  const fileOf = ({ item }: T) => item.source.file;
  const earlier = new Map<string, Map<string, T[]>>();
  return all.flatMap((b) => {
    const alike = earlier.get(same(b)) ?? new Map<string, T[]>();
    earlier.set(same(b), alike);
    const a = [...alike.values()].flat().find((one) => fileOf(one) !== fileOf(b) && against(one, b));
    const echoes = alike.get(told(b)) ?? [];
    if (echoes.length < 2 && echoes.every((one) => fileOf(one) !== fileOf(b))) alike.set(told(b), [...echoes, b]);
    const found = a && against(a, b);
    return a && found ? [clash(b.item, a.item, found)] : [];
  });
}
