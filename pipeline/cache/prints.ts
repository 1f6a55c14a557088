import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintResult } from '../model/job.ts';
import { openEntries, writeWhole } from './entries.ts';
import { sha256 } from './hash.ts';

/** A print that stands in the cache. */
export interface Printed {
  pages: number;
  /** Ids of the items that had to leave. */
  leftOut: string[];
  /** Where its bytes are, and their hash. */
  file: string;
  sha256: string;
}

/** PDFs kept by the id of the job that made them. Bytes go to the disk at once: a build holds none of them in memory. */
export interface Prints {
  get(id: string): Printed | undefined;
  put(id: string, result: Extract<PrintResult, { ok: true }>): Promise<Printed>;
  keep(ids: ReadonlySet<string>): Promise<void>;
}

/** Opens the prints in a folder. */
export function openPrints(folder: string): Prints {
  const entries = openEntries<Omit<Printed, 'file'>>(folder);
  const fileOf = (id: string) => join(folder, `${id}.pdf`);
  return {
    get: (id) => {
      const entry = entries.get(id);
      if (!entry) return undefined;
      const file = fileOf(id);
      try {
        return sha256(readFileSync(file)) === entry.sha256 ? { ...entry, file } : undefined;
      } catch {
        return undefined;
      }
    },
    put: async (id, { bytes, pages, leftOut }) => {
      await mkdir(folder, { recursive: true });
      const entry = { pages, leftOut, sha256: sha256(bytes) };
      await writeWhole(fileOf(id), bytes);
      await entries.put(id, entry);
      return { ...entry, file: fileOf(id) };
    },
    keep: entries.keep,
  };
}
