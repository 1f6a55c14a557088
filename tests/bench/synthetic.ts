import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { write } from '../build/small.ts';

const SOURCES = join(import.meta.dirname, '..', '..', 'sources');
const HEADER = /^Company: (.+)$/m;

/** The question pages of the project's own sources: those that name their company in a header. */
async function questionPages(): Promise<string[]> {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => /\.(txt|md)$/.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(SOURCES, file), 'utf8')));
  return texts.filter((text) => HEADER.test(text));
}

/**
 * Writes `count` sources: each a question page of the project with another company, and every fourth of its longer words another of the same
 * page, so that no two pages say the same. The same count gives the same bytes.
 */
export async function synthesize(folder: string, count: number): Promise<void> {
  const pages = await questionPages();
  const texts: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    const company = Math.floor(index / pages.length);
    const page = pages[index % pages.length] ?? '';
    const name = HEADER.exec(page)?.[1] ?? '';
    texts[`${company}/${index % pages.length}.txt`] = reworded(page, index).replaceAll(name, `Northwind ${company}`);
  }
  await write(folder, texts);
}

const WORD = /\b[a-z]{6,}\b/g;

function reworded(page: string, seed: number): string {
  const words = page.match(WORD) ?? [];
  let state = seed + 1;
  // A linear congruential generator (Numerical Recipes).
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const isProse = (line: string) => !/^(#|```|[A-Z][\w &]{2,30}:)/.test(line);
  const lines = page
    .split('\n')
    .map((line) =>
      isProse(line)
        ? line.replaceAll(WORD, (word) => (random(4) === 0 ? (words[random(words.length)] ?? word) : word))
        : line,
    );
  return lines.join('\n');
}
