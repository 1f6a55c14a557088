import { setTimeout as sleep } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { EnvironmentProblem } from '../environment.ts';
import type { PrintResult } from '../model/job.ts';
import type { QueuedJob } from '../model/queue.ts';
import type { Results } from './results.ts';
import { ENVIRONMENT, KEPT_FAILURES, TRIES } from './settings.ts';

/** How often a job may leave the queue without a result before somebody is told, and how long to wait each time, in milliseconds. */
const LOSSES = { most: 8, pause: 2_000 };

/**
 * Gives a function that answers with a job's result, if there is one, and else sees to it that the job is in the queue. A job under way
 * is left alone, whichever build has put it there; one that failed before it was first asked for is tried anew.
 * @throws {EnvironmentProblem} (the function) where the machines are at fault and not the pack
 */
export function asker(
  queue: Queue<QueuedJob>,
  results: Results,
  queued: QueuedJob,
): () => Promise<PrintResult | undefined> {
  const { id, name } = queued.job;
  const failureOf = async () => (await queue.getJob(id))?.failedReason;
  let isAsked = false;
  let losses = 0;
  return async () => {
    // In this order: a worker stores its result before the job leaves the queue.
    const state = await queue.getJobState(id);
    const result = await results.get(id);
    if (result) return result;
    const isFailed = state === 'failed';
    if (isFailed && isAsked) {
      const reason = await failureOf();
      return reason === undefined ? undefined : failed(reason);
    }
    const isGone = state === 'unknown';
    if (isGone && isAsked) {
      if (++losses > LOSSES.most) throw new EnvironmentProblem(ELSEWHERE);
      if (losses > 1) await sleep(LOSSES.pause);
    }
    // An id that stands among those that have ended would be ignored without a word.
    const hasEnded = isFailed || state === 'completed';
    if (hasEnded) await queue.remove(id);
    if (hasEnded || isGone) {
      await queue.add(name, queued, { jobId: id, ...TRIES, removeOnComplete: true, removeOnFail: KEPT_FAILURES });
    }
    isAsked = true;
    return undefined;
  };
}

const ELSEWHERE =
  'Workers take jobs, and what they print is not in the store: give builds and workers the same --store';

function failed(reason: string): PrintResult {
  if (reason.startsWith(ENVIRONMENT)) throw new EnvironmentProblem(reason.slice(ENVIRONMENT.length));
  const isStalled = reason.startsWith('job stalled');
  return { ok: false, reason: isStalled ? 'every worker that printed this ended or hung while it did' : reason };
}
