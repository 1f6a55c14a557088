import { readLadders } from './ladder.ts';
import type { SourceFile } from './load.ts';
import { openWordList } from './mend/words.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Item } from './model/item.ts';
import type { Library, Source } from './model/library.ts';
import { diagnosticsOf } from './rules.ts';

/** What one source holds: a plain value that depends on the file's name, its bytes and the program alone. */
export interface Reading {
  source: Source;
  items: Item[];
  diagnostics: Diagnostic[];
}

/** The whole library of some readings, in the order of their files. */
export function gather(readings: Reading[]): Library {
  return {
    schemaVersion: 1,
    sources: readings.map(({ source }) => source),
    items: readings.flatMap(({ items }) => items),
  };
}

/** Reads sources into items, each in a worker with a time limit; what hangs or breaks is set aside with a diagnostic. */
export async function extract(sources: SourceFile[], _options: { parseTimeout: number }): Promise<Reading[]> {
  const { read } = await import('./extract/read.ts');
  const knowledge = { ladders: await readLadders(), isWord: openWordList() };
  return sources.map(({ file, sha256, text, vfile }) => {
    if (text === undefined) return { source: nothing(file, sha256), items: [], diagnostics: diagnosticsOf(vfile) };
    const reading = read({ file, sha256, text }, knowledge);
    return { ...reading, diagnostics: [...diagnosticsOf(vfile), ...reading.diagnostics] };
  });
}

const nothing = (file: string, sha256: string): Source => ({ file, sha256, title: '', lines: 0, coverage: { items: [], headings: [], metadata: [], boilerplate: [], markup: [], unclaimed: [] } });
