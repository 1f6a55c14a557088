import { readFile } from 'node:fs/promises';
import { extract, gather } from '../../pipeline/extract.ts';
import { Library } from '../../pipeline/model/library.ts';
import type { Collection } from './collection.ts';

/** Milliseconds for one source: more than a build allows, so that a busy machine does not change a score. */
const PARSE_TIMEOUT = 10_000;

/** The library that the pipeline makes of a collection's sources. */
export async function extracted({ sources }: Collection): Promise<Library> {
  return gather(await extract(sources, { parseTimeout: PARSE_TIMEOUT }));
}

/** A library that a build has written. Throws where the file is none. */
export async function written(path: string): Promise<Library> {
  return Library.parse(JSON.parse(await readFile(path, 'utf8')));
}
