import type { Item } from '../model/item.ts';
import type { Library } from '../model/library.ts';
import type { Words } from '../render/templates.ts';
import { levelName, spaced, titled } from '../render/wording.ts';
import { companiesOf, levelsOf } from '../select/nearness.ts';
import type { PackView } from './packs.ts';
import { labelOf } from './wording.ts';

/** Whom items are for and where they are asked. */
export interface Scoped {
  companies: string[];
  levels: string[];
  /** All of it in words. */
  words: string;
}

/** One item as the gallery's script knows it. What many items share stands in lists, and here its position there. */
export interface ItemData {
  kind: number;
  text: string;
  /** Named apart from the text, where the text does not say it. */
  title?: string;
  scope: number;
  /** Its place in the sources: the file, the lines, and the headings above it. */
  file: number;
  lines: string;
  section: number;
  /** Which packs print it. */
  printed: number;
}

/** What the script needs to search the library and to lead from an item to the packs that print it. */
export interface LibraryData {
  packs: { path: string; name: string; href: string }[];
  kinds: { name: string; label: string }[];
  scopes: Scoped[];
  files: string[];
  sections: string[];
  /** Lists of packs, each pack by its position. */
  printed: number[][];
  items: ItemData[];
}

/** Puts together what the gallery's script knows. */
export function libraryData(library: Library, packs: PackView[], packWords: Words): LibraryData {
  const printed = new Map<string, number[]>();
  for (const [index, { items }] of packs.entries()) {
    for (const id of items) {
      const list = printed.get(id);
      if (list) list.push(index);
      else printed.set(id, [index]);
    }
  }
  const kinds = shelf((kind) => ({ name: kind, label: labelOf(kind) }));
  const scopes = shelf((_, item) => scopeOf(item, packWords));
  const files = shelf((file) => file);
  const sections = shelf((_, { source }) => source.section.join(' › '));
  const lists = shelf((_, { id }) => printed.get(id) ?? []);
  const items = library.items.map((item): ItemData => {
    const { file, startLine, endLine, section } = item.source;
    const title = 'title' in item ? item.title : undefined;
    const { roles, rounds, difficulty, topics } = item.scope;
    const scope = [companiesOf(item), levelsOf(item), roles, rounds, topics, difficulty];
    return {
      kind: kinds.put(item.kind, item),
      text: item.text,
      ...(title !== undefined && !item.text.includes(title) ? { title } : {}),
      scope: scopes.put(JSON.stringify(scope), item),
      file: files.put(file, item),
      lines: endLine > startLine ? `${startLine}–${endLine}` : `${startLine}`,
      section: sections.put(section.join('\n'), item),
      printed: lists.put((printed.get(item.id) ?? []).join(' '), item),
    };
  });
  return {
    packs: packs.map(({ path, fullTitle, files }) => ({ path, name: fullTitle, href: files[0]?.href ?? '' })),
    kinds: kinds.values,
    scopes: scopes.values,
    files: files.values,
    sections: sections.values,
    printed: lists.values,
    items,
  };
}

/** Values that items share, each made once, and found by its position. */
function shelf<T>(make: (key: string, item: Item) => T): { values: T[]; put: (key: string, item: Item) => number } {
  const values: T[] = [];
  const positions = new Map<string, number>();
  return {
    values,
    put: (key, item) => {
      const known = positions.get(key);
      if (known !== undefined) return known;
      positions.set(key, values.length);
      return values.push(make(key, item)) - 1;
    },
  };
}

function scopeOf(item: Item, packWords: Words): Scoped {
  const companies = companiesOf(item);
  const levels = levelsOf(item);
  const { roles, rounds, difficulty, topics } = item.scope;
  const words = [
    ...companies.map(titled),
    ...levels.map((level) => levelName(level, packWords)),
    ...roles.map(titled),
    ...[...rounds, ...topics].map(spaced),
    ...(difficulty ? [difficulty] : []),
  ];
  return { companies, levels, words: words.join(' · ') };
}
