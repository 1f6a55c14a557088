import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { readChecked } from './entries.ts';
import { hashOfFile } from './hash.mjs';

/** The folder within an out folder for everything that is not published: cache, drafts, journal, lock. */
export const HIDDEN = '.prepress';
/** What is kept there about the last published build. */
export const LAST = 'last.json';
/** What the next build compares itself with, to say what changed. */
export const TOLD = 'told.json';
/** Stands there while a publication is not finished. */
export const JOURNAL = 'journal.json';

/** What shaped the print of one pack. */
export interface Ingredients {
  /** One hash over all of it: the copy's key in the cache. */
  key: string;
  inputs: Record<string, string>;
}

/** The last published build, as far as the next one needs it. */
export interface LastBuild {
  /** One hash over everything that shaped it; null where the same inputs could give something else, as after a time limit. */
  inputs: string | null;
  /** One hash over the sources alone. */
  sources: string;
  diagnostics: Diagnostic[];
  /** The source lines that the diagnostics speak of, by `file:line`. */
  excerpts: Record<string, string>;
  /** Files of packs, with their pages. */
  packs: Record<string, { pages: number } & Ingredients>;
  failed: string[];
  /** The cache's keys that each of the last builds used, newest first. */
  used: string[][];
}

/** A build's record with the hashes of the files that it published. */
export interface Kept {
  published: Record<string, string>;
  record: LastBuild;
}

/** The record of the last build that was published to `out`, where there is one. */
export function lastBuild(out: string): Kept | undefined {
  return readChecked<Kept>(join(out, HIDDEN, LAST));
}

/** Whether every published file still holds the bytes that were published. */
export const isIntact = (out: string, { published }: Kept): boolean =>
  Object.entries(published).every(([path, hash]) => hashOfFile(join(out, path)) === hash);

/** Whether no publication was cut short there. */
export const isSettled = (out: string): boolean => !existsSync(join(out, HIDDEN, JOURNAL));
