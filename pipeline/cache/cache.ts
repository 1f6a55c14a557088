import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '../extract.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { type Entries, openEntries } from './entries.ts';
import { openPrints, type Prints } from './prints.ts';

/** What earlier builds have read and printed. Nothing in it is trusted before its hash is checked. */
export interface Cache {
  readings: Entries<Reading>;
  prints: Prints;
  drafts: Drafts;
  /** Forgets everything that is under none of these keys. */
  keep(keys: ReadonlySet<string>): Promise<void>;
  forget(): Promise<void>;
}

const PRINTS = 'prints';

/** Opens the cache in the hidden folder of an out folder. Prints are taken from the `others`, too. */
export function openCache(hidden: string, others: string[] = []): Cache {
  const [readings, prints, rejected] = [join(hidden, 'readings'), join(hidden, PRINTS), join(hidden, 'rejected')];
  const cache = {
    readings: openEntries<Reading>(readings),
    prints: openPrints(
      prints,
      others.map((other) => join(other, PRINTS)),
    ),
    drafts: openDrafts(rejected),
  };
  return {
    ...cache,
    keep: async (keys) => {
      await Promise.all([cache.readings.keep(keys), cache.prints.keep(keys)]);
    },
    forget: async () => {
      await Promise.all([readings, prints, rejected].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
