import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintResult, Thumbnail } from '../model/job.ts';
import { openEntries, writeWhole } from './entries.ts';
import { hashOfFile, sha256 } from './hash.mjs';

/** A print that stands in the cache, or why there can be none. */
export type Print =
  | {
      ok: true;
      pages: number;
      /** Ids of the items that had to leave. */
      leftOut: string[];
      thumbnail: Thumbnail;
      /** Where its bytes are, and their hash. */
      file: string;
      sha256: string;
    }
  | { ok: false; reason: string; pages?: number | undefined };

/** Prints kept by everything that shapes them. Bytes go to the disk at once: a build holds none of them in memory. */
export interface Prints {
  /** Whether this cache has something under a key; nobody has checked it yet. */
  has(key: string): boolean;
  get(key: string): Promise<Print | undefined>;
  /** Keeps what would come out the same again: a PDF, or that the pack does not fit. */
  put(key: string, result: PrintResult): Promise<Print>;
  keep(keys: ReadonlySet<string>): Promise<void>;
}

/** Opens the prints in a folder. What is not there is taken from `others`, the folders of other builds. */
export function openPrints(folder: string, others: string[] = []): Prints {
  const entries = openEntries<Print>(folder);
  const find = (key: string, from = entries, where = folder): Print | undefined => {
    const entry = from.get(key);
    if (!entry?.ok) return entry;
    const print = { ...entry, file: join(where, entry.file) };
    return hashOfFile(print.file) === print.sha256 ? print : undefined;
  };
  const take = async (key: string, print: Print): Promise<Print> => {
    if (!print.ok) return print;
    const own = { ...print, file: `${key}.pdf` };
    await writeWhole(join(folder, own.file), await readFile(print.file));
    await entries.put(key, own);
    return { ...own, file: join(folder, own.file) };
  };
  return {
    has: entries.has,
    get: async (key) => {
      const own = find(key);
      if (own) return own;
      for (const other of others) {
        const print = find(key, openEntries<Print>(other), other);
        if (print) return take(key, print);
      }
      return undefined;
    },
    put: async (key, result) => {
      if (!result.ok) {
        const { reason, pages } = result;
        const failure: Print = { ok: false, reason, ...(pages === undefined ? {} : { pages }) };
        // Only where it is the pages that are too many: a browser that was lost may be there the next time.
        if (pages !== undefined) await entries.put(key, failure);
        return failure;
      }
      const { bytes, pages, leftOut, thumbnail } = result;
      const print = { ok: true as const, pages, leftOut, thumbnail, file: `${key}.pdf`, sha256: sha256(bytes) };
      await writeWhole(join(folder, print.file), bytes);
      await entries.put(key, print);
      return { ...print, file: join(folder, print.file) };
    },
    keep: entries.keep,
  };
}
