import { setTimeout as wait } from 'node:timers/promises';
import { ownThread, spentBy } from './thread.ts';

/** How often it is looked whether a source has used up its time, in milliseconds. */
const LOOK = 25;
/** A worker that waits for something else is given so many times as long by the clock. */
const PATIENCE = 20;
/** What a worker's first text takes where nothing is slow, in milliseconds of processor time. */
const FIRST_TEXT = 100;

/** Shared memory in which a worker says which thread it is, once it has begun, and how long its first text took. */
export type Clock = Int32Array;
const [THREAD, FIRST] = [0, 1];
/** Stands for a thread whose number the system does not tell. */
const UNKNOWN = -1;

export const openClock = (): Clock => new Int32Array(new SharedArrayBuffer(8));

/** In the worker: reads its first text, and gives how long that took, in milliseconds of processor time where they can be had. */
export function timeFirst(read: () => unknown): number {
  const thread = ownThread();
  const now = () => (thread && spentBy(thread)) ?? performance.now();
  const began = now();
  read();
  return now() - began;
}

/** In the worker: says that the work on a source begins. */
export function begin(clock: Clock, first: number): void {
  clock[FIRST] = Math.round(first);
  Atomics.store(clock, THREAD, ownThread() ?? UNKNOWN);
}

/**
 * Aborts the work once it has used up its time since its worker began. Time is what the processor spent on that thread; where the system
 * does not tell, what it spent on the process, shared by the sources in work. Either way a busy machine condemns no source. Nor does a
 * slow one: where a worker's first text took longer than usual, every source has as much more time.
 */
export function watchTime(
  clock: Clock,
  milliseconds: number,
  limit: AbortController,
  inWork: { count: number },
): AbortController {
  const watch = new AbortController();
  const pause = () => wait(LOOK, undefined, { signal: watch.signal });
  const look = async () => {
    while (Atomics.load(clock, THREAD) === 0) await pause();
    const most = milliseconds * Math.max(1, (clock[FIRST] ?? 0) / FIRST_TEXT);
    const spent = meter(Atomics.load(clock, THREAD), inWork);
    const end = performance.now() + most * PATIENCE;
    while (spent() < most && performance.now() < end) await pause();
    limit.abort();
  };
  look().catch(() => undefined);
  return watch;
}

/** Gives the processor time of a thread from now on, whenever it is asked. */
function meter(thread: number, inWork: { count: number }): () => number {
  const before = thread === UNKNOWN ? undefined : spentBy(thread);
  if (before !== undefined) return () => (spentBy(thread) ?? before) - before;
  let spent = 0;
  let last = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    spent += (user + system) / 1000 / Math.max(1, inWork.count);
    return spent;
  };
}
