import { readFileSync } from 'node:fs';
import { openWordList } from '../mend/words.ts';
import type { Ladders } from '../model/ladders.ts';
import { read } from './read.ts';
import { begin, type Clock, timeFirst } from './time-limit.ts';

/** What a worker is asked: a source's text, and the clock that tells when the work on it began. */
export interface Task {
  file: string;
  sha256: string;
  text: string;
  clock: Clock;
}

// The program's own data: each build validates it.
const ladders = JSON.parse(readFileSync(new URL('../ladders.json', import.meta.url), 'utf8')) as Ladders;
const knowledge = { ladders, isWord: openWordList() };

/** The first text that a fresh program reads costs several times the second: this one is read before any source is timed. */
const WARM_UP = [
  'Title',
  'Company: Meta',
  '### Part 1 — A part',
  'Tell me about a time you decided. Why?',
  '#### Rubric',
  '- One. Two.',
  '| A | B |',
  '|---|---|',
  '| Situation | 15 sec |',
  '**Answer:** Situation: I ran. Task: I had. Action: I did. Result: 3 of 4.',
].join('\n');
const first = timeFirst(() => read({ file: 'warm-up', sha256: '', text: WARM_UP }, knowledge));

/** Reads one source. Runs in a worker, which is ended where it takes too long. */
export default function readTask({ clock, ...source }: Task) {
  begin(clock, first);
  return read(source, knowledge);
}
