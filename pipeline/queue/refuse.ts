import { hostname } from 'node:os';
import { z } from 'zod';
import type { PrintJob } from '../model/job.ts';
import { QueuedJob } from '../model/queue.ts';
import { ENVIRONMENT } from './settings.ts';

/** What a worker measures a job against. */
export interface Standard {
  /** What the id of a job of this kind is made for here. */
  versionsOf: (kind: string) => Record<string, string>;
  /** The hash of everything that a job holds, and of what it is made for. */
  idOf: (job: PrintJob) => string;
  /** Whether this is a kind of pack. */
  isKind: (kind: string) => boolean;
}

/**
 * The print job in what came out of the queue. A job is trusted in nothing: it must have every field and no other, be made by the same
 * program for the same browser, and have the hash of all of it as its id.
 * @throws with why it is not printed, beginning with {@link ENVIRONMENT}
 */
export function acceptable(id: string | undefined, data: unknown, { versionsOf, idOf, isKind }: Standard): PrintJob {
  const parsed = QueuedJob.safeParse(data);
  if (!parsed.success) throw refusal(`it is no print job: ${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}`);
  const { versions, job } = parsed.data;
  if (!isKind(job.kind)) throw refusal('there is no such kind of pack here');
  const here = versionsOf(job.kind);
  const others = Object.keys(here).filter((name) => versions[name] !== here[name]);
  if (others.length > 0) {
    const differences = others.map((name) => `${name} ${short(versions[name])}, not ${short(here[name])}`);
    throw refusal(
      `it was made for ${differences.join('; ')}; run the same program with the same browser on all machines`,
    );
  }
  if (job.id !== id || idOf(job) !== id) throw refusal('its id is not the hash of what it holds');
  return job;
}

const refusal = (reason: string) => new Error(`${ENVIRONMENT}The worker on ${hostname()} refused a job: ${reason}`);

const short = (version = 'none') => version.slice(0, 24).replace(/^([0-9a-f]{16})[0-9a-f]+$/, '$1');
