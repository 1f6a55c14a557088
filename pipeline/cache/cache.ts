import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Drafts, openDrafts } from './drafts.ts';
import { type Entries, openEntries } from './entries.ts';
import { KEPT_FORM, type KeptReading } from './kept-reading.ts';
import { openPrints, type Prints } from './prints.ts';
import type { Selected } from './selections.ts';

/** What earlier builds have read, chosen and printed. Nothing in it is trusted before its hash is checked. */
export interface Cache {
  readings: Entries<KeptReading>;
  selections: Entries<Selected>;
  prints: Prints;
  drafts: Drafts;
  /** Forgets everything that is under none of these keys. */
  keep(keys: ReadonlySet<string>): Promise<void>;
  forget(): Promise<void>;
}

const PRINTS = 'prints';

/** Opens the cache in the hidden folder of an out folder. Prints are taken from the `others`, too. */
export function openCache(hidden: string, others: string[] = []): Cache {
  const folders = ['readings', 'selections', PRINTS, 'rejected'].map((name) => join(hidden, name));
  const [readings = '', selections = '', prints = '', rejected = ''] = folders;
  const cache = {
    readings: openEntries(readings, KEPT_FORM),
    selections: openEntries<Selected>(selections),
    prints: openPrints(
      prints,
      others.map((other) => join(other, PRINTS)),
    ),
    drafts: openDrafts(rejected),
  };
  return {
    ...cache,
    keep: async (keys) => {
      await Promise.all([cache.readings, cache.selections, cache.prints].map((entries) => entries.keep(keys)));
    },
    forget: async () => {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
