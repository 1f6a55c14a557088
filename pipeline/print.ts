import pMap from 'p-map';
import type { Monitor } from './build/options.ts';
import type { Cache } from './cache/cache.ts';
import type { Print } from './cache/prints.ts';
import { type Copy, fileOf, type PrintedCopy } from './manifest.ts';
import type { PrintJob } from './model/job.ts';
import type { Press } from './press.ts';

export interface PrintOptions {
  cache: Pick<Cache, 'prints' | 'drafts'>;
  /** The key of a copy in the cache. */
  keyOf: (copy: Copy) => string;
  /** Makes the page of a copy. Asked only for what is to be printed, one after the other, so that the pages are never all in memory. */
  jobOf: (copy: Copy) => PrintJob;
  /** Opened only where there is something to print. */
  press: () => Promise<Press>;
  /** Jobs at once. */
  jobs: number;
  monitor: Monitor;
}

/** Prints what is not in the cache; that comes first, and what the cache holds is checked while the last pages print. */
export async function printAll(copies: Copy[], options: PrintOptions): Promise<PrintedCopy[]> {
  const { cache, keyOf, jobOf, press, jobs, monitor } = options;
  const { signal } = monitor;
  const printAnew = async (copy: Copy, key: string): Promise<Print> => {
    const opened = await press();
    signal?.throwIfAborted();
    const result = await opened.print(jobOf(copy));
    signal?.throwIfAborted();
    if (result.ok) await cache.drafts.drop(copy);
    else if (result.draft) await cache.drafts.put(copy, result.draft);
    return cache.prints.put(key, result);
  };
  let done = 0;
  const printCopy = async ({ copy, key }: Keyed): Promise<PrintedCopy> => {
    const kept = await cache.prints.get(key);
    const print = kept ?? (await printAnew(copy, key));
    done++;
    monitor.progress(done, copies.length, fileOf(copy));
    return { copy, key, print, isNew: !kept };
  };
  const keyed = copies.map((copy, place): Keyed => {
    const key = keyOf(copy);
    return { copy, key, place, isKept: cache.prints.has(key) };
  });
  const newFirst = [...keyed].sort((a, b) => Number(a.isKept) - Number(b.isKept));
  const printed: PrintedCopy[] = [];
  const printInPlace = async (one: Keyed) => {
    printed[one.place] = await printCopy(one);
  };
  await pMap(newFirst, printInPlace, { concurrency: jobs, signal });
  return printed;
}

type Keyed = Pick<PrintedCopy, 'copy' | 'key'> & { place: number; isKept: boolean };
