import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from './model/library.ts';
import type { Manifest } from './model/manifest.ts';

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
export interface Build {
  library: Pick<Library, 'items' | 'sources'>;
  manifest: Pick<Manifest, 'packs'>;
}

/** The build that stands in an out folder, where there is one. */
export async function publishedBuild(out: string): Promise<Build | undefined> {
  try {
    const read = async (name: string) => JSON.parse(await readFile(join(out, name), 'utf8'));
    return { library: await read('library.json'), manifest: await read('manifest.json') };
  } catch {
    return undefined;
  }
}

/** Compares two builds. Where there was none before, everything is new. */
export function changesOf(before: Build | undefined, after: Build): Changes {
  const items = [before, after].flatMap((build) => build?.library.items ?? []);
  const kinds = new Map(items.map(({ id, kind }) => [id, kind]));
  const was = packsOf(before?.manifest);
  const is = packsOf(after.manifest);
  const missing = (from: Contents | undefined, other: Contents | undefined) =>
    counted([...(from?.items ?? [])].filter((id) => !other?.items.has(id)).map((id) => kinds.get(id) ?? 'item'));
  const packs = differences(was, is, (a, b) => a.bytes === b.bytes).map(([pack, what]) => ({
    pack,
    what,
    added: missing(is.get(pack), was.get(pack)),
    removed: missing(was.get(pack), is.get(pack)),
  }));
  const sources = differences(hashes(before?.library), hashes(after.library), (a, b) => a === b);
  return { packs, sources: sources.map(([file, what]) => ({ file, what })) };
}

interface Contents {
  items: Set<string>;
  bytes: string;
}

/** Packs by name. What the papers of one pack hold may differ by what had no room; any of it counts as held. */
function packsOf(manifest: Build['manifest'] | undefined): Map<string, Contents> {
  const packs = new Map<string, Contents>();
  for (const { file, items, sha256 } of manifest?.packs ?? []) {
    const name = file.replace(/\.[^./]+\.pdf$/, '');
    const pack = packs.get(name) ?? { items: new Set(), bytes: '' };
    for (const id of items) pack.items.add(id);
    pack.bytes += `${file} ${sha256}\n`;
    packs.set(name, pack);
  }
  return packs;
}

const hashes = (library: Build['library'] | undefined) =>
  new Map((library?.sources ?? []).map(({ file, sha256 }) => [file, sha256]));

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

function counted(kinds: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds.sort()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
