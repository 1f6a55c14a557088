import type { Reading } from '../extract.ts';
import type { SourceFile } from '../load.ts';
import type { Entries } from './entries.ts';
import { hashOf } from './hash.mjs';
import type { Inputs } from './inputs.ts';
import { type KeptReading, keep } from './kept-reading.ts';

/** A reading that another run could make differently: it is not kept. */
export const isPassing = ({ diagnostics }: Pick<Reading, 'diagnostics'>): boolean =>
  diagnostics.some(({ rule }) => rule === 'parse-timeout');

/** The key under which the reading of a source is kept: it depends on the file's name, its bytes and the program alone. */
export const readingKey = ({ file, sha256 }: SourceFile, { program, ladders, unicode }: Inputs): string =>
  hashOf([program, ladders, unicode, file, sha256]);

/** The readings of all sources, in their order. Only what is not known yet is parsed. */
export async function read(
  sources: SourceFile[],
  inputs: Inputs,
  known: Entries<KeptReading>,
  extract: (fresh: SourceFile[]) => Promise<Reading[]>,
): Promise<KeptReading[]> {
  const keys = new Map(sources.map((source) => [source.file, readingKey(source, inputs)]));
  const keyOf = (file: string) => keys.get(file) ?? '';
  const readings = new Map(sources.map(({ file }) => [file, known.get(keyOf(file))]));
  const fresh = sources.filter(({ file }) => !readings.get(file));
  const texts = new Map(fresh.map(({ file, text }) => [file, text]));
  for (const reading of fresh.length > 0 ? await extract(fresh) : []) {
    const { file } = reading.source;
    const kept = keep(reading, texts.get(file));
    readings.set(file, kept);
    if (!isPassing(reading)) await known.put(keyOf(file), kept);
  }
  return [...readings.values()].filter((reading) => reading !== undefined);
}
