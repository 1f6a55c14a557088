import { lstatSync, type Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../cache/hash.mjs';

/** As much of a manifest as says which files are ours, of this version of the program or of another. */
const Named = z.looseObject({
  schemaVersion: z.int(),
  packs: z.array(z.looseObject({ file: z.string() })),
  files: z.array(z.string()),
});

export const MANIFEST = 'manifest.json';

/**
 * The files of an out folder that its manifest names, itself among them: all that a build may replace or remove. Where it is the manifest
 * that was `published` last, by path and hash, they are known.
 */
export async function ownedFiles(out: string, published: Record<string, string>): Promise<ReadonlySet<string>> {
  const bytes = await readFile(join(out, MANIFEST)).catch(() => Buffer.alloc(0));
  if (published[MANIFEST] === sha256(bytes)) return new Set(Object.keys(published));
  const named = Named.safeParse(parsed(bytes.toString())).data;
  if (!named) return new Set();
  const files = [...named.packs.map(({ file }) => file), ...named.files, MANIFEST];
  return new Set(files.filter(isWithin));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const isWithin = (file: string) =>
  file === posix.normalize(file) && !file.startsWith('../') && !posix.isAbsolute(file) && !file.includes('\\');

/** Those of `files` that cannot be written because something else stands at their name, or at a folder's of theirs. */
export function foreignFiles(out: string, files: Iterable<string>, owned: ReadonlySet<string>): string[] {
  const foreign = new Set<string>();
  const folders = new Set<string>();
  for (const file of files) {
    if (!owned.has(file) && found(join(out, file))) foreign.add(file);
    for (let folder = dirname(file); folder !== '.' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  for (const folder of folders) {
    const there = found(join(out, folder));
    const isFolder = !there || there.isDirectory() || there.isSymbolicLink();
    if (!isFolder && !owned.has(folder)) foreign.add(folder);
  }
  return [...foreign].sort();
}

/** What stands at a path, where anything does. A name below a plain file is reported as that file. */
function found(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
