import { availableParallelism } from 'node:os';
import type { FoundBrowser } from './browser/find.ts';
import type { PrintJob, PrintResult } from './model/job.ts';
import type { Font, Style } from './press/document.ts';
import { ALL_LAYERS, type Layers } from './press/isolation.ts';
import { type Forme, Lost } from './press/plate.ts';
import { openSession, type Session } from './press/session.ts';
import { turns } from './press/turns.ts';

export interface PressOptions {
  browser: FoundBrowser;
  /** One style for each kind of pack. `html[data-paper]` tells the paper; the press itself sets `@page { size }`. */
  styles: Readonly<Record<string, Style>>;
  /** Every font that a style names. */
  fonts?: readonly Font[];
  /** Pages that print at once. More than there are cores does not pay. */
  pages?: number;
  /** How long one job may take, in milliseconds. */
  timeLimit?: number;
  /** Lays a job out on its pages: the fitting of the registered kinds, where nothing else is given. */
  fit?: Forme['fit'];
  /** Gives what every page prints once before it is needed, where there is time: the first print of a page takes several times as long. */
  proof?: () => PrintJob;
  /** For tests of the isolation alone: a layer that is off. */
  layers?: Partial<Layers>;
  /** For tests that take pictures of pages: frames of them are drawn. */
  isSeen?: boolean;
}

/** A browser that prints jobs; whoever opens it closes it, with `await using`. */
export interface Press extends AsyncDisposable {
  /** Prints a job as soon as a page is free. Never rejects: what goes wrong with one job is its result. */
  print(job: PrintJob): Promise<PrintResult>;
}

/**
 * Starts the browser.
 * @throws {EnvironmentProblem} where it cannot be unpacked, downloaded or started
 */
export async function openPress(options: PressOptions): Promise<Press> {
  const { styles, fonts = [], timeLimit = 30_000, pages = Math.min(4, availableParallelism()) } = options;
  const forme: Forme = { styles, fonts, fit: options.fit ?? (await import('./fit.ts')).fit };
  const ready = await options.browser.ready();
  const layers = { ...ALL_LAYERS, ...options.layers };
  const settings = { layers, isSeen: options.isSeen ?? false, timeLimit };
  const open = () => openSession(ready, forme, { ...settings, pages: 1 });
  const takeTurn = turns(pages);
  const alone = new Set<Session>();
  const { proof } = options;
  let shared = proof ? openSession(ready, forme, { ...settings, pages, proof }) : open();
  let isClosed = false;
  await shared;

  const printShared = async (job: PrintJob) => {
    const last = shared;
    const isUp = await last.then((session) => session.isUp).catch(() => false);
    if (isClosed) throw new Lost(CLOSED);
    if (!isUp && shared === last) shared = open();
    return (await shared).print(job);
  };
  // A job that brings its browser down takes others with it: alone in a fresh one, each answers for itself only.
  const printAlone = async (job: PrintJob) => {
    if (isClosed) throw new Lost(CLOSED);
    await using session = await open();
    alone.add(session);
    return await session.print(job).finally(() => alone.delete(session));
  };
  return {
    async print(job) {
      using _turn = await takeTurn();
      return await printShared(job)
        .catch((error: unknown) => (error instanceof Lost ? printAlone(job) : Promise.reject(error)))
        .catch((error: unknown) => ({ ok: false, reason: reasonOf(error) }));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      const sessions = [...alone, await shared.catch(() => undefined)];
      await Promise.all(sessions.map((session) => session?.[Symbol.asyncDispose]()));
    },
  };
}

const CLOSED = 'the press is closed';

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Lost && message !== CLOSED
    ? `the browser was lost twice while it printed this: ${message}`
    : message;
}
