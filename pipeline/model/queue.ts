import { z } from 'zod';
import { PrintJob, PrintResult } from './job.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What travels to a worker: a print job, and what its id was made for: program, fonts, browser, template. */
export const QueuedJob = z.strictObject({
  versions: z.record(z.string(), z.string()),
  job: PrintJob.extend({ id: Sha256 }),
});
export type QueuedJob = z.infer<typeof QueuedJob>;

const [printed, failed] = PrintResult.options;

/** What the store holds under a job's id: what the press answered, with the hashes of the bytes in their place. */
export const StoredResult = z.discriminatedUnion('ok', [
  printed.extend({ bytes: Sha256 }),
  failed.extend({ draft: Sha256.optional() }),
]);
export type StoredResult = z.infer<typeof StoredResult>;
