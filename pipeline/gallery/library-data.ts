import type { Catalogue } from '../catalogue.ts';
import { KINDS } from '../model/item.ts';
import type { Words } from '../render/templates.ts';
import { levelName } from '../render/wording.ts';
import type { PackView } from './packs.ts';
import { byText, labelOf } from './wording.ts';

/** Items of one source that a pack prints: the source's place among all, then those of its items in it. */
export type Printed = [source: number, ...items: number[]];

/** What the script needs to search the library and to lead from an item to the packs that print it, its sources aside. */
export interface LibraryData {
  packs: { path: string; name: string; href: string; items: Printed[] }[];
  kinds: { name: string; label: string }[];
  /** The names of levels for people, where they are not the levels' own. */
  levels: Record<string, string>;
}

/** Puts together what the gallery's script knows besides the sources. */
export function libraryData(catalogue: Catalogue, packs: PackView[], packWords: Words): LibraryData {
  const levels = new Set(catalogue.addressees.flatMap((addressee) => addressee.levels));
  const named = [...levels].sort(byText).map((level) => [level, levelName(level, packWords)] as const);
  return {
    packs: packs.map(({ path, fullTitle, files, items }) => {
      return { path, name: fullTitle, href: files[0]?.href ?? '', items: placesOf(items, catalogue) };
    }),
    kinds: KINDS.map((name) => ({ name, label: labelOf(name) })),
    levels: Object.fromEntries(named.filter(([level, name]) => name !== level)),
  };
}

function placesOf(ids: string[], { placeOf }: Catalogue): Printed[] {
  const places = new Map<number, Printed>();
  for (const id of ids) {
    const place = placeOf(id);
    if (!place) continue;
    const printed = places.get(place.source) ?? [place.source];
    places.set(place.source, printed);
    printed.push(place.index);
  }
  return [...places.values()];
}
