import { readFile } from 'node:fs/promises';
import { Ladders } from './model/ladders.ts';

/** Reads the ladders that come with the program. */
export async function readLadders(): Promise<Ladders> {
  return Ladders.parse(JSON.parse(await readFile(new URL('./ladders.json', import.meta.url), 'utf8')));
}
