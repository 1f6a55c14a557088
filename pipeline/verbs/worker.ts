import { once } from 'node:events';
import { shown } from '../queue/redis.ts';
import { openWorker } from '../queue/worker.ts';
import type { QueueFlags } from './flags.ts';
import type { Desk, Verdict } from './verb.ts';

export interface WorkerFlags extends QueueFlags {
  queue: string;
  jobs: number;
}

/** Prints what builds put into a queue, until it is interrupted. */
export async function run({ queue: url, store = url, jobs }: WorkerFlags, { note, signal }: Desk): Promise<Verdict> {
  await using _worker = await openWorker({ url, store, jobs, note });
  note(`Printing what comes to ${shown(url)}`);
  if (!signal.aborted) await once(signal, 'abort');
  return 'fine';
}
