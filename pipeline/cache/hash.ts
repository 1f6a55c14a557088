import { hash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 in hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** One hash of a plain value; the order of its keys counts. */
export const hashOf = (value: unknown): string => sha256(JSON.stringify(value));

/** A file's name, relative and with forward slashes, and the hash of its bytes. */
export type Hashed = readonly [file: string, sha256: string];

/**
 * Every file below a folder, hidden ones aside, in the order of names.
 * Undefined where something there is no plain file that can be read: only the stage that loads it can tell what it is.
 */
export function hashFolder(folder: string): Hashed[] | undefined {
  try {
    return [...walk(folder, '')].sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return undefined;
  }
}

function* walk(folder: string, prefix: string): Generator<Hashed> {
  // Read in one go: a thousand small files cost thirty milliseconds this way, and half a second with promises.
  const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, `${prefix}${entry.name}/`);
    else if (entry.isFile()) yield [`${prefix}${entry.name}`, sha256(readFileSync(path))];
    else throw new Error(`${path} is no plain file`);
  }
}
