import { findBrowser } from './browser/find.ts';
import { type BuildOptions, buildHash } from './build/options.ts';
import type { Outcome } from './build/outcome.ts';
import { hashFolder, hashOf } from './cache/hash.mjs';
import { inputsOf } from './cache/inputs.ts';
import { isIntact, isSettled, lastBuild } from './cache/last.ts';

/**
 * What the last build gave, where nothing that shapes it has changed since and all that it published is still there; else undefined.
 * Reads and hashes everything, imports nothing heavy, writes nothing.
 */
export async function unchanged(options: BuildOptions): Promise<Outcome | undefined> {
  const last = options.clean ? undefined : lastBuild(options.out);
  const sources = last?.record.inputs ? hashFolder(options.sources) : undefined;
  // Most often a source has changed, and that is known before anything else is read.
  if (!last || !sources || last.record.sources !== hashOf(sources)) return undefined;
  const inputs = await inputsOf(await findBrowser());
  if (last.record.inputs !== buildHash(sources, inputs, options)) return undefined;
  if (!isSettled(options.out) || !isIntact(options.out, last)) return undefined;
  const { diagnostics, excerpts, packs, failed } = last.record;
  return {
    diagnostics,
    excerpts,
    packs: Object.entries(packs).map(([file, { pages }]) => ({ file, pages, isNew: false })),
    failed,
    isPublished: true,
    changed: [],
    account: [],
    why: options.why.length > 0 ? (await import('./why/idle.ts')).idleReasons(options.why, Object.keys(packs)) : [],
  };
}
