import pMap from 'p-map';
import type { Monitor } from './build/options.ts';
import type { Printed, Prints } from './cache/prints.ts';
import type { PrintJob } from './model/job.ts';
import type { LazyPress } from './press/lazy.ts';

/** What became of one job. */
export type Print =
  | ({ ok: true; isNew: boolean } & Printed)
  | { ok: false; reason: string; pages?: number | undefined; draft?: Uint8Array | undefined };

export interface PrintOptions {
  prints: Prints;
  /** Opened only where something is not in the cache. */
  press: LazyPress;
  /** Jobs at once. */
  jobs: number;
  monitor: Monitor;
}

/** Prints what is not in the cache. Jobs are asked for one after the other, so that their pages are never all in memory. */
export function printAll<T>(
  copies: T[],
  jobOf: (copy: T) => PrintJob,
  { prints, press, jobs, monitor }: PrintOptions,
): Promise<{ copy: T; id: string; print: Print }[]> {
  const { signal } = monitor;
  const printJob = async (job: PrintJob): Promise<Print> => {
    const kept = prints.get(job.id);
    if (kept) return { ok: true, isNew: false, ...kept };
    const opened = await press.open();
    signal?.throwIfAborted();
    const result = await opened.print(job);
    signal?.throwIfAborted();
    return result.ok ? { ok: true, isNew: true, ...(await prints.put(job.id, result)) } : result;
  };
  let done = 0;
  const printCopy = async (copy: T) => {
    const job = jobOf(copy);
    const print = await printJob(job);
    done++;
    monitor.progress(done, copies.length, job.name);
    return { copy, id: job.id, print };
  };
  return pMap(copies, printCopy, { concurrency: jobs, signal });
}
