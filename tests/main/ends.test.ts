import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../pipeline/build.ts';
import { guide, META, options, pressOnly, quiet, SMALL, write } from '../build/small.ts';
import { descendants, processes, type Running } from '../press/processes.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { PATIENT, start } from './program.ts';

const ENDS = { SIGINT: 130, SIGTERM: 143, SIGKILL: null } as const;
const ROUNDS = process.env.PREPRESS_LONG ? 200 : 12;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sources: string;
const workshop = pressOnly();
beforeAll(async () => {
  folder = await temporaryFolder();
  sources = join(folder.path, 'sources');
});
afterAll(async () => {
  await workshop[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const inFolder = (name: string) => join(folder.path, name);
/** What is published there, but for the account of changes, which tells of the build before. */
async function packsIn(out: string): Promise<Record<string, string>> {
  const { 'CHANGES.md': _, 'changes.js': __, ...packs } = await contents(inFolder(out));
  return packs;
}

const build = (out: string) => buildIn(workshop, options(sources, inFolder(out)), quiet);

/** Those of `before` that still run. */
async function survivors(before: Running[]): Promise<Running[]> {
  const now = new Set((await processes()).map(({ pid, started }) => `${pid} ${started}`));
  return before.filter(({ pid, started }) => now.has(`${pid} ${started}`));
}

test(`ended ${ROUNDS} times at a random moment, it leaves the old build, no browser, and a folder that the next command makes whole`, async () => {
  await write(sources, SMALL);
  await build('old');
  await write(sources, {
    'meta/ownership.txt': guide({ ...META, questions: ['What would you do again?'] }),
    'google/together.md': '',
  });
  await build('new');
  await rm(inFolder('new/.prepress'), { recursive: true });
  const [old, renewed] = [await packsIn('old'), await packsIn('new')];
  const flags = [
    'build',
    '--sources',
    sources,
    '--out',
    inFolder('out'),
    '--pack',
    'cheat-sheet',
    '--paper',
    'a4',
    ...PATIENT,
  ];
  const env = { TMPDIR: inFolder('temporary') };
  await mkdir(env.TMPDIR);

  const prepare = async () => {
    await rm(inFolder('out'), { recursive: true, force: true });
    await cp(inFolder('old'), inFolder('out'), { recursive: true });
  };
  await prepare();
  const began = Date.now();
  expect(await start(flags, { env }).ended).toMatchObject({ code: 0 });
  const usual = Date.now() - began;

  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const signal = (Object.keys(ENDS) as (keyof typeof ENDS)[])[round % 3] ?? 'SIGKILL';
    const moment = Math.random() * usual;
    await prepare();
    const child = start(flags, { env });
    await pause(moment);
    const family = await descendants(child.pid ?? 0);
    child.kill(signal);
    const { code, stdout, stderr, signal: killedBy } = await child.ended;
    const when = `${signal} after ${Math.round(moment)} of ${usual} ms`;
    // Before its first line has run and after its last one, the program is ended by the system.
    const hasTold = /^Printed \d/m.test(stdout);
    if (killedBy === null) expect([ENDS[signal], 0], `${when}: ${stderr}`).toContain(code);
    for (let waited = 0; waited < 3_000 && (await survivors(family)).length > 0; waited += 100) await pause(100);
    expect(await survivors(family), when).toEqual([]);

    const left = await packsIn('out');
    for (const [path, bytes] of Object.entries(left))
      expect([old[path], renewed[path]], `${path} by ${when}`).toContain(bytes);
    if (code !== 0 && killedBy === null) expect(stderr, when).toMatch(/^Interrupted/m);
    seen.add(JSON.stringify(left) === JSON.stringify(old) ? 'old' : 'new');
    if (code === 0 || hasTold) expect(left, when).toEqual(renewed);
    else if (signal !== 'SIGKILL') expect(left, when).toEqual(old);

    await build('out');
    expect(await packsIn('out'), when).toEqual(renewed);
    expect((await readdir(inFolder('out/.prepress'))).sort(), when).toEqual([
      'last.json',
      'prints',
      'readings',
      'selections',
      'told.json',
    ]);
  }
  expect(seen).toContain('old');
});

test('two builds into one folder take turns, and the second says who holds it', async () => {
  await write(sources, SMALL);
  const flags = ['build', '--sources', sources, '--out', inFolder('both'), '--pack', 'cheat-sheet', ...PATIENT];
  const [first, second] = [start(flags), start(flags)];
  const ends = await Promise.all([first.ended, second.ended]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  const waited = ends.filter(({ stderr }) => /is held by another build \(process \d+ on .*\): waiting/.test(stderr));
  expect(waited).toHaveLength(1);
  expect([first.pid, second.pid]).toContain(Number(/process (\d+)/.exec(waited[0]?.stderr ?? '')?.[1]));
  expect(Object.keys(await contents(inFolder('both'))).filter((path) => path.endsWith('.pdf'))).toHaveLength(6);
});
