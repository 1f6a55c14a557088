import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { Piscina } from 'piscina';
import { bundled } from '../bundle.ts';

/** How many sources are read at once, at most. */
export const THREADS = Math.min(cpus().length, 4);

/** Opens a pool of workers that read sources, and starts the first of them. What fails is told to whoever asks it to read. */
export function openPool(): Promise<Piscina> {
  const pool = open();
  pool.catch(() => undefined);
  return pool;
}

async function open(): Promise<Piscina> {
  const [{ Piscina }, bundle] = await Promise.all([import('piscina'), bundled('extract/worker.ts')]);
  const loader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return new Piscina({
    ...(bundle === undefined
      ? { filename: new URL('./worker.ts', import.meta.url).href, execArgv: ['--import', loader()] }
      : { filename: new URL('./start.mjs', import.meta.url).href, execArgv: [], workerData: { bundle } }),
    minThreads: 1,
    maxThreads: THREADS,
    idleTimeout: 10_000,
  });
}
