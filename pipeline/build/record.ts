import { type Hashed, hashOf } from '../cache/hash.mjs';
import { type Inputs, printInputs } from '../cache/inputs.ts';
import type { LastBuild } from '../cache/last.ts';
import { isPassing } from '../cache/readings.ts';
import { fileOf, type PrintedCopy } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** How many builds the cache remembers what they used: a change that is taken back costs nothing. */
const REMEMBERED = 4;

interface Finished {
  /** Null where the same inputs could give something else. */
  hash: string | null;
  sources: Hashed[];
  inputs: Inputs;
  diagnostics: Diagnostic[];
  excerpts: Record<string, string>;
  printed: PrintedCopy[];
  /** The cache's keys that the build used. */
  used: string[];
  last: LastBuild | undefined;
}

/** What the next build needs to know of this one. */
export function recordOf({ hash, sources, inputs, diagnostics, excerpts, printed, used, last }: Finished): LastBuild {
  const packs: LastBuild['packs'] = {};
  const failed: string[] = [];
  for (const { copy, key, print } of printed) {
    if (print.ok) packs[fileOf(copy)] = { pages: print.pages, key, inputs: printInputs(inputs, copy.pack.kind) };
    else failed.push(fileOf(copy));
  }
  const isLasting = !isPassing({ diagnostics }) && diagnostics.every(({ rule }) => rule !== 'pack-failed');
  return {
    inputs: isLasting ? hash : null,
    sources: hashOf(sources),
    diagnostics,
    excerpts,
    packs,
    failed,
    used: [used, ...(last?.used ?? [])].slice(0, REMEMBERED),
  };
}
