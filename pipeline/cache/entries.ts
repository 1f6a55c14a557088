import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './hash.mjs';

/** Plain values kept in a folder by their key. Each is checked by its hash before it is trusted; a damaged one is as good as none. */
export interface Entries<T> {
  /** Whether there is one, damaged or not. */
  has(key: string): boolean;
  get(key: string): T | undefined;
  /** @throws where the folder cannot be written */
  put(key: string, value: T): Promise<void>;
  /** Forgets every entry whose key is not among these. */
  keep(keys: ReadonlySet<string>): Promise<void>;
}

/** Ends the name of a file that is being written; one that stays there was cut short. */
const UNFINISHED = '.new';

/** How a value becomes the bytes of its file, and is had back from them: undefined where they are damaged. */
export interface Form<T> {
  toBytes(value: T): string | Uint8Array;
  fromBytes(bytes: Buffer): T | undefined;
}

/** JSON after its hash. */
const jsonForm = <T>(): Form<T> => ({ toBytes: checked, fromBytes: unchecked<T> });

/** Opens a folder of entries; it is made with the first one. Keys are file names. */
export function openEntries<T>(folder: string, { toBytes, fromBytes }: Form<T> = jsonForm()): Entries<T> {
  const path = (key: string) => join(folder, `${key}.json`);
  return {
    has: (key) => existsSync(path(key)),
    get: (key) => {
      try {
        return fromBytes(readFileSync(path(key)));
      } catch {
        return undefined;
      }
    },
    put: async (key, value) => writeWhole(path(key), toBytes(value)),
    keep: async (keys) => {
      const files = await readdir(folder).catch(() => []);
      const isKept = (file: string) => keys.has(file.slice(0, file.indexOf('.'))) && !file.endsWith(UNFINISHED);
      const gone = files.filter((file) => !isKept(file));
      await Promise.all(gone.map((file) => rm(join(folder, file), { force: true })));
    },
  };
}

/** The value in a file that `writeChecked` wrote; undefined where there is none or it was damaged. */
export function readChecked<T>(path: string): T | undefined {
  try {
    return unchecked<T>(readFileSync(path));
  } catch {
    return undefined;
  }
}

function unchecked<T>(bytes: Buffer): T | undefined {
  const json = unsealed(bytes);
  return json && (JSON.parse(json.toString()) as T);
}

/** Writes a value after its hash, whole or not at all. */
export async function writeChecked(path: string, value: unknown): Promise<void> {
  await writeWhole(path, checked(value));
}

/** The bytes that `readChecked` trusts. */
export const checked = (value: unknown): Buffer => sealed(Buffer.from(JSON.stringify(value)));

/** Bytes below a line with their hash. */
export const sealed = (bytes: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${sha256(bytes)}\n`), bytes]);

/** What was sealed; undefined where it was damaged. */
export function unsealed(bytes: Buffer): Buffer | undefined {
  const end = bytes.indexOf('\n');
  const rest = bytes.subarray(end + 1);
  return bytes.toString('latin1', 0, end) === sha256(rest) ? rest : undefined;
}

/** Writes beside the name and renames onto it: nobody sees a part of the file. Folders are made as needed. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await writeFile(beside, data).catch(async () => {
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(beside, data);
    });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
