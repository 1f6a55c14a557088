import type { Item, Kind } from '../../pipeline/model/item.ts';
import { Library } from '../../pipeline/model/library.ts';
import type { Scope } from '../../pipeline/model/scope.ts';

type Row = { [field: string]: unknown; kind: Kind; text: string };

/** A source and its items, each on a line of its own; `scope` holds for all of them. */
type Page = { file: string; title: string; date?: string; scope: Partial<Scope>; rows: Row[] };

const words = (row: Row, name: string) => (typeof row[name] === 'string' ? row[name] : undefined);

function pageItems({ file, scope, rows }: Page): Item[] {
  let line = 4;
  return rows.map((row) => {
    const { scope: own, beats, ...fields } = row;
    const startLine = line;
    const told = (Array.isArray(beats) ? beats : []).map(([name, text]: [string, string], index) => ({
      name,
      text,
      startLine: startLine + 1 + index,
      endLine: startLine + 1 + index,
    }));
    line += 2 + told.length;
    const base = { companies: [], levels: [], roles: [], rounds: [], topics: [] };
    return {
      id: `${file.replace(/\W+/g, '-')}-${words(row, 'id') ?? startLine}`,
      scope: { ...base, ...scope, ...(own as Partial<Scope>) },
      source: { file, startLine, endLine: line - 2, section: [String(row.section ?? row.kind)] },
      ...Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'id' && name !== 'section')),
      ...(beats ? { beats: told } : {}),
    } as Item;
  });
}

/** A library made of pages by hand, checked against the schema. */
export function libraryOf(pages: Page[]): Library {
  return Library.parse({
    schemaVersion: 1,
    sources: pages.map(({ file, title, date, rows }) => ({
      file,
      title,
      sha256: '0'.repeat(64),
      lines: rows.length * 2 + 4,
      ...(date ? { date } : {}),
      coverage: { items: [], headings: [], metadata: [], boilerplate: [], markup: [], unclaimed: [] },
    })),
    items: pages.flatMap(pageItems),
  });
}

export type { Page, Row };
