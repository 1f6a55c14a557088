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
    (a, b) => {
      if (a.item.source.file === b.item.source.file) return undefined;
      const shared = [...a.list].filter((entry) => b.list.has(entry)).length;
      return shared < Math.min(a.list.size, b.list.size) * ALIKE
        ? clash(b.item as Item, a.item as Item, `other values of ${b.item.company}`)
        : undefined;
    },
  );
}

/** "ICT3 (senior)" in one source and "ICT3 (mid)" in another. */
function bands(items: Item[]): Diagnostic[] {
  const said = new Map<string, { item: Item; level: string; band: string }>();
  for (const item of items)
    for (const heading of item.source.section) {
      const [level, ...others] = levelsIn(heading);
      const named = /\(([^)]+)\)/.exec(heading)?.[1] ?? /[—–-]\s*([\p{L} ]+?)(?:$|[:,(])/u.exec(heading)?.[1];
      const band = named && bandWordIn(named);
      if (level && others.length === 0 && band)
        said.set(`${item.source.file} ${level} ${item.scope.companies.join()}`, { item, level, band });
    }
  return pairs(
    [...said.values()],
    ({ item, level }) => `${level} ${item.scope.companies.join()}`,
    (a, b) =>
      a.band !== b.band && a.item.source.file !== b.item.source.file
        ? clash(b.item, a.item, `${b.level} called ${b.band}, not ${a.band}`)
        : undefined,
  );
}

/** The same beat for the same audience with lengths that do not overlap. */
function durations(items: Item[]): Diagnostic[] {
  const range = (item: ItemOf<'time-budget'>) =>
    [item.seconds ?? item.secondsMin ?? 0, item.seconds ?? item.secondsMax ?? 0] as const;
  const told = ({ beat, scope }: ItemOf<'time-budget'>) =>
    JSON.stringify([beatOf(beat), scope.companies, scope.levels, scope.roles]);
  const timed = only(items, 'time-budget').filter((item) => item.percent === undefined && beatOf(item.beat));
  return pairs(timed, told, (a, b) => {
    const [[from, to], [least, most]] = [range(a), range(b)];
    const apart = a.source.file !== b.source.file && (to < least || most < from);
    return apart
      ? clash(
          b as Item,
          a as Item,
          `${b.beat}: ${least === most ? least : `${least}–${most}`} s, not ${from === to ? from : `${from}–${to}`} s`,
        )
      : undefined;
  });
}

/** What each says otherwise than the first one before it that speaks of the same; `same` names what one speaks of. */
function pairs<T>(all: T[], same: (one: T) => string, compare: (a: T, b: T) => Diagnostic | undefined): Diagnostic[] {
  const told = new Map<string, T[]>();
  return all.flatMap((b) => {
    const before = told.get(same(b)) ?? [];
    told.set(same(b), before);
    let found: Diagnostic | undefined;
    for (const a of before) {
      found = compare(a, b);
      if (found) break;
    }
    before.push(b);
    return found ? [found] : [];
  });
}
