import type { Piscina } from 'piscina';
import { openPool, THREADS } from './extract/pool.ts';
import type { Reading } from './extract/reading.ts';
import { openClock, watchTime } from './extract/time-limit.ts';
import type { Task } from './extract/worker.ts';
import type { SourceFile } from './load.ts';
import type { Library, Source } from './model/library.ts';
import { diagnose, diagnosticsOf } from './rules.ts';

export type { Reading };

/** The whole library of some readings, in the order of their files. */
export function gather(readings: Reading[]): Library {
  return {
    schemaVersion: 1,
    sources: readings.map(({ source }) => source),
    items: readings.flatMap(({ items }) => items),
  };
}

export interface ExtractOptions {
  /** The longest that one source may be worked on, in milliseconds of processor time. */
  parseTimeout: number;
}

/** Workers that read sources, for as many calls as wanted. Whoever opens them closes them, with `await using`. */
export interface Readers extends AsyncDisposable {
  /**
   * Reads sources into items, each in a worker with a time limit. What hangs or breaks is set aside with an error on its file; the others
   * go on in a fresh worker.
   */
  extract(sources: SourceFile[], options: ExtractOptions): Promise<Reading[]>;
}

/** Opens readers. Where no pool was opened before, its first worker starts with the first source. */
export function openReaders(opened?: Promise<Piscina>): Readers {
  let pool = opened;
  return {
    extract: (sources, options) => {
      if (sources.every(({ text }) => text === undefined)) return Promise.resolve(sources.map(unread));
      pool ??= openPool();
      return pool.then((workers) => readAll(workers, sources, options));
    },
    [Symbol.asyncDispose]: async () => (await pool?.catch(() => undefined))?.destroy(),
  };
}

/** Reads sources into items with workers of its own. */
export async function extract(sources: SourceFile[], options: ExtractOptions): Promise<Reading[]> {
  await using readers = openReaders();
  return await readers.extract(sources, options);
}

async function readAll(pool: Piscina, sources: SourceFile[], { parseTimeout }: ExtractOptions): Promise<Reading[]> {
  const { default: pMap } = await import('p-map');
  const inWork = { count: 0 };
  const readOne = async (source: SourceFile): Promise<Reading> => {
    const { file, sha256, text, vfile } = source;
    if (text === undefined) return unread(source);
    const clock = openClock();
    const limit = new AbortController();
    const work = pool.run({ file, sha256, text, clock } satisfies Task, { signal: limit.signal });
    inWork.count++;
    const watch = watchTime(clock, parseTimeout, limit, inWork);
    try {
      const reading: Reading = await work;
      return { ...reading, diagnostics: [...diagnosticsOf(vfile), ...reading.diagnostics] };
    } catch (problem) {
      diagnose(
        vfile,
        limit.signal.aborted ? 'parse-timeout' : 'parse-failed',
        limit.signal.aborted ? `more than ${parseTimeout} ms` : String(problem),
      );
      return unread(source);
    } finally {
      inWork.count--;
      watch.abort();
    }
  };
  // A worker takes as long to start as eight sources take to read.
  return pMap(sources, readOne, { concurrency: Math.min(THREADS, Math.ceil(sources.length / 8)) });
}

/** A source of which nothing could be read; its diagnostics say why. */
function unread({ file, sha256, text, vfile }: SourceFile): Reading {
  const lines = text === undefined ? [] : text.split(/\r\n|\n|\r/);
  const unclaimed = lines.flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  const source: Source = {
    file,
    sha256,
    title: '',
    lines: lines.length,
    coverage: { items: [], headings: [], metadata: [], boilerplate: [], markup: [], unclaimed },
  };
  return { source, items: [], diagnostics: diagnosticsOf(vfile) };
}
