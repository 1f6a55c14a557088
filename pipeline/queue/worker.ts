import { findBrowser } from '../browser/find.ts';
import { inputsOf, printInputs } from '../cache/inputs.ts';
import type { PrintJob } from '../model/job.ts';
import { openPress } from '../press.ts';
import { packFonts } from '../render/fonts.ts';
import { loadTemplates } from '../render/templates.ts';
import { jobId } from '../render.ts';
import { connections } from './connections.ts';
import { optional } from './packages.ts';
import { acceptable } from './refuse.ts';
import { resultsIn } from './results.ts';
import { ENVIRONMENT, QUEUE, type QueueOptions, TAKE_OVER } from './settings.ts';

export interface WorkerOptions extends QueueOptions {
  /** Pages that print at once. */
  jobs: number;
  /** Says what goes wrong, a line at a time. */
  note: (line: string) => void;
}

/**
 * Prints the jobs of a queue in a browser of its own until it is disposed of; what it has begun, it then ends.
 * @throws {UsageProblem} where the address of the queue is none
 * @throws {EnvironmentProblem} where the queue, the store or the browser is not there, or packages are missing
 */
export async function openWorker({ url, store: place, jobs, note }: WorkerOptions): Promise<AsyncDisposable> {
  const { Worker, UnrecoverableError } = await optional(() => import('bullmq'));
  const [templates, fonts, browser] = await Promise.all([loadTemplates(), packFonts(), findBrowser()]);
  const inputs = await inputsOf(browser);
  const versionsOf = (kind: string) => printInputs(inputs, kind);
  const standard = {
    versionsOf,
    idOf: ({ id: _, ...job }: PrintJob) => jobId(job, templates, versionsOf(job.kind)),
    isKind: (kind: string) => Object.hasOwn(templates.styles, kind),
  };
  const press = await openPress({ browser, styles: templates.styles, fonts, pages: jobs });
  const { client, store } = await connections(url, place).catch(async (error: unknown) => {
    await press[Symbol.asyncDispose]();
    throw error;
  });
  const results = resultsIn(store);

  const accept = (id: string | undefined, data: unknown) => {
    try {
      return acceptable(id, data, standard);
    } catch (error) {
      const { message } = error as Error;
      note(message.slice(ENVIRONMENT.length));
      // It would be refused the next time too.
      throw new UnrecoverableError(message);
    }
  };
  const stored = async <T>(access: Promise<T>): Promise<T> =>
    access.catch((error: NodeJS.ErrnoException) => {
      throw new Error(
        `${ENVIRONMENT}The store cannot be used (${error.message}): make room there, or mend its address`,
      );
    });
  const worker = new Worker(
    QUEUE,
    async ({ id, data }) => {
      const job = accept(id, data);
      if (await stored(results.get(job.id))) return;
      const result = await press.print(job);
      const isKept = await stored(results.put(job.id, result));
      if (!isKept && !result.ok) throw new Error(result.reason);
    },
    { connection: client, concurrency: jobs, ...TAKE_OVER },
  );
  let last = '';
  const noteOnce = (error: NodeJS.ErrnoException) => {
    const text = error.code || error.message;
    if (text && text !== last) note(`The queue: ${text}`);
    last = text;
  };
  worker.on('error', noteOnce).on('completed', () => {
    last = '';
  });
  await worker.waitUntilReady();
  return {
    async [Symbol.asyncDispose]() {
      await worker.close();
      client.disconnect();
      await press[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
    },
  };
}
