import { type Ladders, readLadders } from '../ladder.ts';
import { openWordList } from '../mend/words.ts';
import { read } from './read.ts';

/** What a worker is asked: a source's text, and a cell in shared memory that says when the work on it began. */
export interface Task {
  file: string;
  sha256: string;
  text: string;
  started: Int32Array;
}

const ladders: Promise<Ladders> = readLadders();
const isWord = openWordList();

/** Reads one source. Runs in a worker, which is ended where it takes too long. */
export default async function readTask({ started, ...source }: Task) {
  const knowledge = { ladders: await ladders, isWord };
  Atomics.store(started, 0, 1);
  return read(source, knowledge);
}
