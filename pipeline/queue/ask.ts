import type { Queue } from 'bullmq';
import { EnvironmentProblem } from '../environment.ts';
import type { PrintResult } from '../model/job.ts';
import type { QueuedJob } from '../model/queue.ts';
import { ENVIRONMENT, KEPT_FAILURES, TRIES } from './settings.ts';

const FAILURE = { removeOnComplete: true, removeOnFail: KEPT_FAILURES } as const;

/**
 * Gives a function that sees to it that a job is in the queue, and answers with its failure, where it failed since it was first called.
 * A job under way is left alone, whichever build has put it there; what failed before is tried anew.
 * @throws {EnvironmentProblem} (the function) where the job failed because of a worker and not of its pack
 */
export function asker(queue: Queue<QueuedJob>, queued: QueuedJob): () => Promise<PrintResult | undefined> {
  const { id, name } = queued.job;
  const failureOf = async () => (await queue.getJob(id))?.failedReason;
  let isAsked = false;
  return async () => {
    const state = await queue.getJobState(id);
    const isFailed = state === 'failed';
    if (isFailed && isAsked) {
      const reason = await failureOf();
      return reason === undefined ? undefined : failed(reason);
    }
    // An id that stands among those that have ended would be ignored without a word.
    if (isFailed || state === 'completed') await queue.remove(id);
    if (isFailed || state === 'completed' || state === 'unknown') {
      await queue.add(name, queued, { jobId: id, ...TRIES, ...FAILURE });
    }
    isAsked = true;
    return undefined;
  };
}

function failed(reason: string): PrintResult {
  if (reason.startsWith(ENVIRONMENT)) throw new EnvironmentProblem(reason.slice(ENVIRONMENT.length));
  const isStalled = reason.startsWith('job stalled');
  return { ok: false, reason: isStalled ? 'every worker that printed this ended or hung while it did' : reason };
}
