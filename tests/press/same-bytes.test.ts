import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hashes, SAMPLES, sha256 } from './samples.ts';
import { job, testPress } from './setting.ts';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('print-samples.ts', import.meta.url));

const LOADER = pathToFileURL(join(import.meta.dirname, '..', '..', 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;

let folder: string;
let expected: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-bytes-'));
  expected = {};
  for (const sample of SAMPLES) {
    await using press = await testPress({ pages: 1 });
    expected[sample.name] = sha256(await press.print(sample));
  }
});
afterAll(() => rm(folder, { recursive: true }));

test('the samples are different documents', () => {
  expect(new Set(Object.values(expected)).size).toBe(SAMPLES.length);
});

test('on one reused page, in any order', async () => {
  await using press = await testPress({ pages: 1 });
  expect(await hashes(press)).toEqual(expected);
  expect(await hashes(press, SAMPLES.toReversed())).toEqual(expected);
});

test('after a proof, whether it could be printed or not', async () => {
  for (const fails of [false, true]) {
    let proofs = 0;
    const proof = () => {
      proofs++;
      if (fails) throw new Error('there is no proof');
      return job('<h1>Proof</h1>', { kind: 'boxed', paper: 'letter' });
    };
    await using press = await testPress({ pages: 2, proof });
    await vi.waitUntil(() => proofs === 2, { timeout: 10_000 });
    expect(await hashes(press)).toEqual(expected);
  }
});

test('what is asked for at once waits for no proof', async () => {
  const proof = vi.fn(() => job('<h1>Proof</h1>'));
  await using press = await testPress({ pages: 2, proof });
  expect(await hashes(press)).toEqual(expected);
  expect(proof).not.toHaveBeenCalled();
});

test.for([2, 3, 4])('on %i pages at once', async (pages) => {
  await using press = await testPress({ pages });
  expect(await hashes(press)).toEqual(expected);
  expect(await hashes(press, [...SAMPLES.slice(2), ...SAMPLES.slice(0, 2)])).toEqual(expected);
});

test.for([
  { TZ: 'Asia/Kathmandu', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', LANGUAGE: 'ja' },
  { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: '', LANGUAGE: 'de' },
])('in another process, working folder, time zone and language: %o', async (env) => {
  const options = { cwd: folder, env: { ...process.env, ...env } };
  const { stdout } = await run(process.execPath, ['--import', LOADER, PROGRAM], options);
  expect(JSON.parse(stdout)).toEqual(expected);
});

test('by an ordinary user, in the sandbox that root does without', { timeout: 60_000 }, async (context) => {
  context.skip(process.getuid?.() !== 0, 'only root can start a process of another user');
  const user = { uid: 65534, gid: 65534, cwd: join(import.meta.dirname, '..', '..') };
  const canRead = await run(process.execPath, ['--version'], user).then(
    () => true,
    () => false,
  );
  context.skip(!canRead, 'an ordinary user cannot read this folder');
  const home = join(folder, 'home');
  await mkdir(home);
  await Promise.all([chmod(folder, 0o755), chown(home, user.uid, user.gid)]);
  const env = { ...process.env, HOME: home, TMPDIR: home, XDG_CACHE_HOME: '' };
  const { stdout } = await run(process.execPath, ['--import', LOADER, PROGRAM], { ...user, env });
  expect(JSON.parse(stdout)).toEqual(expected);
});

test('every PDF is clean to qpdf', async (context) => {
  const isThere = await run('qpdf', ['--version']).then(
    () => true,
    () => false,
  );
  context.skip(!isThere, 'qpdf is not installed');
  await using press = await testPress();
  for (const sample of SAMPLES) {
    const result = await press.print(sample);
    const file = join(folder, `${sample.name}.pdf`);
    await writeFile(file, result.ok ? result.bytes : '');
    const { stdout } = await run('qpdf', ['--check', file]);
    expect(stdout).toContain('No syntax or stream encoding errors found');
  }
});
