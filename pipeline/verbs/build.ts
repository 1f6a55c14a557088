import type { BuildOptions } from '../build/options.ts';
import type { Outcome } from '../build/outcome.ts';
import { importBundled } from '../bundle.ts';
import type { Shard } from '../shard.ts';
import { unchanged } from '../unchanged.ts';
import { type PackFlags, type QueueFlags, requestOf, type SourceFlags } from './flags.ts';
import { type Desk, type Verdict, verdictOn } from './verb.ts';

export interface BuildFlags extends SourceFlags, PackFlags, QueueFlags {
  out: string;
  paper?: string[];
  branding?: string;
  shard?: Shard;
  merge?: string[];
  jobs: number;
  clean?: boolean;
  why?: string[];
  strict?: boolean;
}

/** The options of a build, as the flags say them. */
export function optionsOf(flags: BuildFlags): BuildOptions {
  const { sources, out, paper: papers, branding, config, shard, parseTimeout, jobs } = flags;
  const { merge = [], clean = false, why = [] } = flags;
  const queue = flags.queue === undefined ? undefined : { url: flags.queue, store: flags.store ?? flags.queue };
  const request = requestOf(flags);
  return { sources, out, request, papers, branding, config, shard, merge, parseTimeout, jobs, clean, why, queue };
}

/** Builds, unless nothing has changed since the last time: then nothing of the stages is even imported. */
export async function run(flags: BuildFlags, desk: Desk): Promise<Verdict> {
  const options = optionsOf(flags);
  const outcome = (await unchanged(options)) ?? (await buildAnew(options, desk));
  await tell(outcome, options.out, desk);
  return outcome.isPublished ? verdictOn(outcome.diagnostics, flags.strict) : 'errors';
}

async function buildAnew(options: BuildOptions, desk: Desk): Promise<Outcome> {
  // Most often a source has changed: what reads it starts while everything else is imported.
  const { openPool } = await import('../extract/pool.ts');
  const pool = openPool();
  const verbs = await importBundled<typeof import('../verbs.ts')>('verbs.ts');
  return verbs.buildAnew(options, desk, pool);
}

/** Prints what has become of a build: its problems, a line for each pack that now stands there, and what changed in it. */
export async function tell(outcome: Outcome, out: string, { say, note, isColoured }: Desk): Promise<void> {
  const { excerpts, packs, failed, isPublished, changed, account, why } = outcome;
  const diagnostics = outcome.diagnostics.filter(({ severity }) => severity !== 'info');
  if (diagnostics.length > 0) {
    const { humanReport } = await import('../report/human.ts');
    note(`${humanReport(diagnostics, excerpts, isColoured.note)}\n`);
  }
  if (!isPublished) return note('Nothing was published; what an earlier build published stays.');
  if (changed.length > 0) {
    for (const { file, pages, isNew } of packs) {
      say(`${file}  ${pages} ${pages === 1 ? 'page' : 'pages'}  ${isNew ? 'printed' : 'as it was'}`);
    }
  }
  for (const line of [...account, ...why]) say(line);
  const printed = packs.filter(({ isNew }) => isNew).length;
  const made = changed.length === 0 ? 'Nothing changed' : `Printed ${printed}`;
  say(`${made}; ${packs.length} packs in ${out}${failed.length > 0 ? `, ${failed.length} failed` : ''}`);
}
