import type { Browser } from 'puppeteer';
import type { ReadyBrowser } from '../browser/find.ts';
import type { PrintJob, PrintResult } from '../model/job.ts';
import { isolationFlags, type Layers } from './isolation.ts';
import { launch, unseenFlags } from './launch.ts';
import { type Forme, Lost, type Plate, preparePlate } from './plate.ts';

/** One run of the browser with the pages that stand ready in it. Disposing of it closes the browser. */
export interface Session extends AsyncDisposable {
  /** Whether the browser still runs. */
  readonly isUp: boolean;
  /**
   * Prints on a page that is free, or on a new one. Where a page is lost or the time is up, the whole browser is ended with it.
   * @throws {Lost} where that happened, or the browser ended by itself
   * @throws where fitting fails or a font cannot be read
   */
  print(job: PrintJob): Promise<PrintResult>;
}

export interface SessionOptions {
  layers: Layers;
  /** Whether frames of the pages are drawn. */
  isSeen: boolean;
  /** What one job may take, in milliseconds. */
  timeLimit: number;
  /** How many pages are prepared at once, before they are asked for. */
  pages: number;
  /** Gives a job that each of these prints first, for nobody, where none waits by then: a page's first print takes several times as long. */
  proof?: (() => PrintJob) | undefined;
}

/** How long a browser may take to close, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Starts the browser.
 * @throws {EnvironmentProblem} where it does not start
 */
export async function openSession(
  ready: ReadyBrowser,
  forme: Forme,
  { layers, isSeen, timeLimit, pages, proof }: SessionOptions,
): Promise<Session> {
  const { ProtocolError } = await import('puppeteer');
  const browser = await launch(ready, [...isolationFlags(layers), ...(isSeen ? [] : unseenFlags(ready))]);
  const free: Plate[] = [];
  // The page with which the browser starts is as good as a new one, and is there already.
  const unused = await browser.pages();
  let isUp = true;
  browser.once('disconnected', () => {
    isUp = false;
  });
  const close = async (patience: number) => {
    isUp = false;
    const timer = setTimeout(kill, patience, browser);
    // One that does not end as it is told to is ended: what it has printed is as good.
    await browser.close().catch(() => kill(browser));
    clearTimeout(timer);
  };
  const prepare = async () => preparePlate(unused.pop() ?? (await browser.newPage()), forme, layers);
  let isWaitedFor = false;
  const prepareAhead = async () => {
    const plate = await prepare();
    if (!proof || isWaitedFor) return plate;
    try {
      await plate.print(proof());
      return plate;
    } catch {
      await plate.close();
      return prepare();
    }
  };
  // A press is opened to print: its pages are prepared while the jobs are still being made.
  const first = Array.from({ length: pages }, prepareAhead);
  for (const plate of first) plate.catch(() => undefined);
  const printOnFree = async (job: PrintJob) => {
    isWaitedFor = true;
    const plate = free.pop() ?? (await (first.shift() ?? prepare()));
    try {
      const result = await plate.print(job);
      free.push(plate);
      return result;
    } catch (error) {
      if (!isLoss(error)) await plate.close();
      throw error;
    }
  };
  const isLoss = (error: unknown) => error instanceof Lost || error instanceof ProtocolError || !browser.connected;
  return {
    get isUp() {
      return isUp;
    },
    print: (job) =>
      within(timeLimit, printOnFree(job)).catch(async (error: unknown) => {
        if (!isLoss(error)) throw error;
        await close(0);
        throw error instanceof Lost
          ? error
          : new Lost(error instanceof Error ? error.message : String(error), { cause: error });
      }),
    [Symbol.asyncDispose]: () => close(PATIENCE),
  };
}

/** Ends the browser with all its processes, also where a wrapper script started it. */
function kill(browser: Browser): void {
  const child = browser.process();
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** What `work` gives, or {@link Lost} once `milliseconds` have passed. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Lost(`it did not come to an end within ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  return Promise.race([work, timeUp]).finally(() => clearTimeout(timer));
}
