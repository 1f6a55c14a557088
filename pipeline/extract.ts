import type { SourceFile } from './load.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Item } from './model/item.ts';
import type { Library, Source } from './model/library.ts';

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
export async function extract(_sources: SourceFile[], _options: { parseTimeout: number }): Promise<Reading[]> {
  return [];
}
