import type { Item } from '../model/item.ts';
import type { Library } from '../model/library.ts';
import type { Words } from '../render/templates.ts';
import { levelName, spaced, titled } from '../render/wording.ts';
import { companiesOf, levelsOf } from '../select/nearness.ts';
import type { PackView } from './packs.ts';
import { labelOf } from './wording.ts';

/** One item as the gallery's script knows it. */
export interface ItemData {
  kind: string;
  label: string;
  text: string;
  /** Named apart from the text, where the text does not say it. */
  title?: string;
  companies: string[];
  levels: string[];
  /** Whom it is for and where it is asked, in words. */
  scope: string;
  /** Its place in the sources: the file, the lines, and the headings above it. */
  place: string;
  section: string;
  /** The packs that print it, as positions in the list of packs. */
  packs: number[];
}

/** What the script needs to search the library and to lead from an item to the packs that print it. */
export function itemData(
  library: Library,
  packs: PackView[],
  packWords: Words,
): { packs: { path: string; name: string; href: string }[]; items: ItemData[] } {
  const printed = new Map<string, number[]>();
  for (const [index, { items }] of packs.entries()) {
    for (const id of items) {
      const list = printed.get(id);
      if (list) list.push(index);
      else printed.set(id, [index]);
    }
  }
  return {
    packs: packs.map(({ path, fullTitle, files }) => ({ path, name: fullTitle, href: files[0]?.href ?? '' })),
    items: library.items.map((item) => dataOf(item, printed.get(item.id) ?? [], packWords)),
  };
}

function dataOf(item: Item, packs: number[], packWords: Words): ItemData {
  const { file, startLine, endLine, section } = item.source;
  const title = 'title' in item ? item.title : undefined;
  const companies = companiesOf(item);
  const levels = levelsOf(item);
  const { roles, rounds, difficulty, topics } = item.scope;
  const scope = [
    ...companies.map(titled),
    ...levels.map((level) => levelName(level, packWords)),
    ...roles.map(titled),
    ...[...rounds, ...topics].map(spaced),
    ...(difficulty ? [difficulty] : []),
  ];
  return {
    kind: item.kind,
    label: labelOf(item.kind),
    text: item.text,
    ...(title !== undefined && !item.text.includes(title) ? { title } : {}),
    companies,
    levels,
    scope: scope.join(' · '),
    place: `${file}:${startLine}${endLine > startLine ? `–${endLine}` : ''}`,
    section: section.join(' › '),
    packs,
  };
}
