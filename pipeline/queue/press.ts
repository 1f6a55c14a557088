import { setTimeout as sleep } from 'node:timers/promises';
import type { PrintJob, PrintResult } from '../model/job.ts';
import type { QueuedJob } from '../model/queue.ts';
import type { Press } from '../press.ts';
import { asker } from './ask.ts';
import { connections } from './connections.ts';
import { optional } from './packages.ts';
import { openPatience } from './patience.ts';
import { shown } from './redis.ts';
import { resultsIn } from './results.ts';
import { QUEUE, type QueueOptions } from './settings.ts';

export interface QueuePressOptions extends QueueOptions {
  /** What the id of a job of this kind was made for. */
  versionsOf: (kind: string) => Record<string, string>;
  /** Says something to whoever waits. */
  note: (line: string) => void;
  /** How long nothing at all may come back, in milliseconds. */
  patience?: number;
}

/** How often to look how a job stands, where no event says that it has ended, in milliseconds. */
const LOOK = 2_000;

/** How long leaving the queue may take, in milliseconds. */
const LEAVING = 2_000;

/**
 * A press whose jobs are printed by workers, wherever they are. What was printed is what the store says: a job that has left the queue
 * without a result is put there again, whatever has taken it. A print rejects where the machines are at fault and not the pack.
 * @throws {UsageProblem} where the address of the queue is none
 * @throws {EnvironmentProblem} where the queue or the store does not answer, or packages are missing
 */
export async function openQueuePress(options: QueuePressOptions): Promise<Press> {
  const { url, store: place, versionsOf, note, patience: limit = 300_000 } = options;
  const { Queue, QueueEvents } = await optional(() => import('bullmq'));
  const { client, store } = await connections(url, place);
  const results = resultsIn(store);
  const queue = new Queue<QueuedJob>(QUEUE, { connection: client });
  const events = new QueueEvents(QUEUE, { connection: client });
  const waiting = new Map<string, () => void>();
  const patience = openPatience(limit, shown(url), () => waiting.size > 0, note);
  const onEnd = ({ jobId }: { jobId: string }) => {
    patience.renew();
    waiting.get(jobId)?.();
  };
  client.on('error', patience.blame);
  queue.on('error', patience.blame);
  events.on('error', patience.blame).on('completed', onEnd).on('failed', onEnd);

  const next = (id: string) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK);
      waiting.set(id, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const gather = async (job: PrintJob): Promise<PrintResult> => {
    const ask = asker(queue, results, { versions: versionsOf(job.kind), job });
    while (!patience.isOver) {
      const change = next(job.id);
      try {
        const result = await ask();
        if (result) return result;
      } catch (error) {
        patience.blame(error);
      }
      await change;
    }
    return patience.ended;
  };
  return {
    print: (job) =>
      Promise.race([gather(job), patience.ended]).finally(() => {
        waiting.get(job.id)?.();
        waiting.delete(job.id);
        patience.renew();
      }),
    async [Symbol.asyncDispose]() {
      patience.end();
      for (const wake of waiting.values()) wake();
      // Where nothing answers any more, there is nothing to take leave of.
      await Promise.race([
        Promise.allSettled([queue.close(), events.close()]),
        sleep(LEAVING, undefined, { ref: false }),
      ]);
      events.disconnect().catch(patience.blame);
      client.disconnect();
      await store[Symbol.asyncDispose]();
    },
  };
}
