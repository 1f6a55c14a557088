import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChecked } from './cache/entries.ts';
import { hashOf } from './cache/hash.mjs';
import { HIDDEN, TOLD } from './cache/last.ts';
import { grouped } from './grouped.ts';
import { packOf } from './manifest.ts';
import type { Library, Source } from './model/library.ts';
import type { Manifest, ManifestPack } from './model/manifest.ts';

/** What changed in one pack, on all its papers together. */
export interface PackChange {
  /** The pack's name: `meta/ic6/cheat-sheet`. */
  pack: string;
  what: 'new' | 'gone' | 'changed';
  /** How many items of each kind came and went; none of either where only the page around them changed. */
  added: Record<string, number>;
  removed: Record<string, number>;
}

export interface SourceChange {
  file: string;
  what: 'new' | 'gone' | 'changed';
}

/** What a build changed against the one before it. */
export interface Changes {
  packs: PackChange[];
  sources: SourceChange[];
}

/** As much of a build as tells what changed in it. */
export interface Told {
  /** The hash of each source, by its file. */
  sources: Record<string, string>;
  /** Each pack by its name, on all its papers together: a hash of its files, and the ids of the items that any of them prints, by kind. */
  packs: Record<string, { bytes: string; items: Record<string, string[]> }>;
}

/** Tells of a build as the next one needs it. */
export function told(
  sources: Pick<Source, 'file' | 'sha256'>[],
  packs: ManifestPack[],
  kindOf: (id: string) => string,
): Told {
  const copies = grouped(packs, ({ file }) => packOf(file));
  return {
    sources: Object.fromEntries(sources.map(({ file, sha256 }) => [file, sha256])),
    packs: Object.fromEntries(
      [...copies].map(([name, own]) => {
        const ids = new Set(own.flatMap(({ items }) => items));
        const bytes = hashOf(own.map(({ file, sha256 }) => [file, sha256]));
        return [name, { bytes, items: Object.fromEntries(grouped([...ids], kindOf)) }];
      }),
    ),
  };
}

/** The build that stands in an out folder, as it was kept there; else as its files tell of it. Undefined where there is none. */
export async function publishedBuild(out: string): Promise<Told | undefined> {
  return readChecked<Told>(join(out, HIDDEN, TOLD)) ?? (await toldByFiles(out));
}

async function toldByFiles(out: string): Promise<Told | undefined> {
  try {
    const read = async (name: string) => JSON.parse(await readFile(join(out, name), 'utf8'));
    const library: Library = await read('library.json');
    const manifest: Manifest = await read('manifest.json');
    const kinds = new Map(library.items.map(({ id, kind }) => [id, kind]));
    return told(library.sources, manifest.packs, (id) => kinds.get(id) ?? 'item');
  } catch {
    return undefined;
  }
}

/** Compares two builds. Where there was none before, everything is new. */
export function changesOf(before: Told | undefined, after: Told): Changes {
  const [was, is] = [mapOf(before?.packs), mapOf(after.packs)];
  const packs = differences(was, is, (a, b) => a.bytes === b.bytes).map(([pack, what]) => ({
    pack,
    what,
    added: missing(is.get(pack), was.get(pack)),
    removed: missing(was.get(pack), is.get(pack)),
  }));
  const sources = differences(mapOf(before?.sources), mapOf(after.sources), (a, b) => a === b);
  return { packs, sources: sources.map(([file, what]) => ({ file, what })) };
}

const mapOf = <T>(record: Record<string, T> = {}): Map<string, T> => new Map(Object.entries(record));

/** How many items of each kind one has that the other has not. */
function missing(
  from: Told['packs'][string] | undefined,
  other: Told['packs'][string] | undefined,
): Record<string, number> {
  const held = new Set(Object.values(other?.items ?? {}).flat());
  const counts = Object.entries(from?.items ?? {}).map(
    ([kind, ids]) => [kind, ids.filter((id) => !held.has(id)).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function differences<T>(
  was: ReadonlyMap<string, T>,
  is: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean,
): [string, 'new' | 'gone' | 'changed'][] {
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name): [string, 'new' | 'gone' | 'changed'][] => {
    const [before, after] = [was.get(name), is.get(name)];
    if (before === undefined) return [[name, 'new']];
    if (after === undefined) return [[name, 'gone']];
    return same(before, after) ? [] : [[name, 'changed']];
  });
}
