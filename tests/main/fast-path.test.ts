import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL, write } from '../build/small.ts';
import { temporaryFolder } from '../publish/folders.ts';
import { evaluatedIn } from './evaluated.ts';
import { copyProgramTo, PATIENT, run } from './program.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder[Symbol.asyncDispose]());

const HEAVY =
  /\/(?:zod|vfile|unified|remark-[a-z]+|handlebars|puppeteer|puppeteer-core|piscina|chokidar|p-map)\/|\/verbs-ts\.\w+\.cjs$/;
const LOADER = /\/node_modules\/tsx\//;

test('a build that has nothing to do imports nothing heavy, and no loader of TypeScript', async () => {
  await write(join(folder.path, 'sources'), SMALL);
  const [out, covered] = [join(folder.path, 'out'), join(folder.path, 'covered')];
  const flags = ['build', '--sources', join(folder.path, 'sources'), '--out', out, '--pack', 'cheat-sheet', ...PATIENT];
  const covering = { env: { NODE_V8_COVERAGE: covered } };
  // What it is started from is there after a command that needs it.
  await run(['list', '--sources', join(folder.path, 'sources')]);
  await run(flags, covering);
  const evaluated = await evaluatedIn(covered);
  expect(evaluated, 'what is evaluated is seen').toContainEqual(expect.stringMatching(/\/verbs-ts\.\w+\.cjs$/));
  expect(evaluated).toContainEqual(expect.stringMatching(/^node_modules\/puppeteer\//));
  await rm(covered, { recursive: true });

  const idle = await run(flags, covering);
  expect(idle.stdout).toMatch(/^Nothing changed/);
  const little = await evaluatedIn(covered);
  expect(little.filter((name) => HEAVY.test(name) || LOADER.test(name))).toEqual([]);
  expect(little).toContainEqual(expect.stringMatching(/\/main-ts\.\w+\.cjs$/));
  expect(little).toContainEqual(expect.stringMatching(/^node_modules\/commander\//));
});

test('without its packages the program says what to run', async () => {
  const copy = join(folder.path, 'copy');
  await copyProgramTo(copy, { packages: false });
  const ended = await run(['list'], {}, join(copy, 'pipeline/start.mjs'));
  expect(ended).toMatchObject({ code: 3, stdout: '', stderr: 'The packages are missing: run npm ci\n' });
});

test('where its own files cannot all be read, it starts without bundles', async () => {
  const copy = join(folder.path, 'without-lock');
  await copyProgramTo(copy);
  // Packages of its own, so that there could be bundles.
  await rename(join(copy, 'node_modules'), join(copy, 'linked'));
  await mkdir(join(copy, 'node_modules'));
  for (const name of await readdir(join(copy, 'linked')))
    await symlink(join(copy, 'linked', name), join(copy, 'node_modules', name));
  await rm(join(copy, 'package-lock.json'));
  const args = ['list', '--sources', join(folder.path, 'sources'), ...PATIENT];
  const listed = await run(args, {}, join(copy, 'pipeline/start.mjs'));
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(await run(args)).toMatchObject({ stdout: listed.stdout });
});
