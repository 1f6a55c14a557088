import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

/** The folders of fixtures: each holds one source, what each stage makes of it, and by hand what it must hold in any case. */
export const fixturesIn = (folder: string): string[] => readdirSync(folder).sort();

/** The text of a fixture's source, whatever its ending. */
export async function sourceOf(fixture: string): Promise<{ file: string; text: string }> {
  const file = readdirSync(fixture).find((name) => name.startsWith('source.')) ?? 'source.txt';
  return { file, text: await readFile(join(fixture, file), 'utf8') };
}

/** The lines that somebody wrote by hand into `must.txt`: what stays true however the golden changes. */
export async function mustOf(fixture: string): Promise<string[]> {
  const must = (await readFile(join(fixture, 'must.txt'), 'utf8')).split('\n').filter((line) => line !== '');
  expect(must, `${fixture}/must.txt asserts something`).not.toEqual([]);
  return must;
}

/**
 * Compares with a golden. It is written only on purpose, by `PREPRESS_UPDATE=1 npm test`, to be looked at before it is
 * committed; one that is missing fails.
 */
export async function expectGolden(fixture: string, name: string, actual: string): Promise<void> {
  const path = join(fixture, name);
  if (process.env.PREPRESS_UPDATE) return writeFile(path, actual);
  const golden = await readFile(path, 'utf8').catch(() => undefined);
  if (golden === undefined) expect.fail(`no ${path}: PREPRESS_UPDATE=1 writes it`);
  expect(actual).toBe(golden);
}
