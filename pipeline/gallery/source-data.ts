import { type Item, KINDS } from '../model/item.ts';
import { spaced, titled } from '../render/wording.ts';
import { companiesOf, levelsOf } from '../select/nearness.ts';

/** Whom items are for and where they are asked. */
export interface Scoped {
  companies: string[];
  levels: string[];
  /** The companies in words, and what stands after the levels. */
  names: string[];
  more: string[];
}

/** One item as the gallery's script knows it. What items of a source share stands in lists, and here its position there. */
export interface ItemData {
  kind: number;
  text: string;
  /** Named apart from the text, where the text does not say it. */
  title?: string;
  scope: number;
  /** Its place in the source: the lines, and the headings above it. */
  lines: string;
  section: number;
}

/** What the gallery's script knows of one source. It hangs on the source's items alone. */
export interface SourceData {
  file: string;
  scopes: Scoped[];
  sections: string[];
  items: ItemData[];
}

/** Puts together what the gallery's script knows of a source. */
export function sourceData(file: string, items: Item[]): SourceData {
  const scopes = shelf((_, item) => scopeOf(item));
  const sections = shelf((_, { source }) => source.section.join(' › '));
  const data = items.map((item): ItemData => {
    const { startLine, endLine, section } = item.source;
    const title = 'title' in item ? item.title : undefined;
    const { roles, rounds, difficulty, topics } = item.scope;
    const scope = [companiesOf(item), levelsOf(item), roles, rounds, topics, difficulty];
    return {
      kind: KINDS.indexOf(item.kind),
      text: item.text,
      ...(title !== undefined && !item.text.includes(title) ? { title } : {}),
      scope: scopes.put(JSON.stringify(scope), item),
      lines: endLine > startLine ? `${startLine}–${endLine}` : `${startLine}`,
      section: sections.put(section.join('\n'), item),
    };
  });
  return { file, scopes: scopes.values, sections: sections.values, items: data };
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

function scopeOf(item: Item): Scoped {
  const companies = companiesOf(item);
  const { roles, rounds, difficulty, topics } = item.scope;
  return {
    companies,
    levels: levelsOf(item),
    names: companies.map(titled),
    more: [...roles.map(titled), ...[...rounds, ...topics].map(spaced), ...(difficulty ? [difficulty] : [])],
  };
}
