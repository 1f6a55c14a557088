import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL, write } from '../build/small.ts';
import { temporaryFolder } from '../publish/folders.ts';
import { PATIENT, run } from './program.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

// What is put together as one file is imported by `run.mjs`, unseen.
const HEAVY =
  /\/(zod|vfile|unified|remark-[a-z]+|handlebars|puppeteer|puppeteer-core|piscina|chokidar|p-map)\/|\/bundle\/run\.mjs$/m;

test('a build that has nothing to do imports nothing heavy', async () => {
  await write(join(folder.path, 'sources'), SMALL);
  const [out, list] = [join(folder.path, 'out'), join(folder.path, 'imported')];
  const flags = ['build', '--sources', join(folder.path, 'sources'), '--out', out, '--pack', 'cheat-sheet', ...PATIENT];
  const listing = {
    env: { NODE_OPTIONS: `--import ${new URL('./list-imports.mjs', import.meta.url)}`, IMPORTED: list },
  };
  await run(flags, listing);
  expect(await readFile(list, 'utf8'), 'the list works').toMatch(HEAVY);
  await write(folder.path, { imported: '' });
  const idle = await run(flags, listing);
  expect(idle.stdout).toMatch(/^Nothing changed/);
  const imported = (await readFile(list, 'utf8')).split('\n');
  expect(imported.filter((url) => HEAVY.test(url))).toEqual([]);
  expect(imported.length).toBeGreaterThan(10);
});
