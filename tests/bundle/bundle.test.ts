import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../pipeline/build.ts';
import { bundled } from '../../pipeline/bundle.ts';
import { options, pressOnly, quiet, SMALL, write } from '../build/small.ts';
import { copyProgramTo, PATIENT, run as runProgram } from '../main/program.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const RUN = new URL('../../pipeline/bundle/run.mjs', import.meta.url).href;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

const workshop = pressOnly();
afterAll(() => workshop[Symbol.asyncDispose]());

/** A module that no command runs from a bundle of its own: here it may be damaged. */
const ENTRY = 'why/named.ts';

async function made(): Promise<string> {
  const file = await bundled(ENTRY);
  if (file === undefined) throw new Error('There is no bundle');
  return file;
}

/** The names that a bundle exports, run in a process without a loader of TypeScript. */
async function exportsOf(file: string): Promise<string[]> {
  const script = `import { run } from '${RUN}'; console.log(JSON.stringify(Object.keys(run('${file}'))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout);
}

test('is made once, runs without a loader, and is made again where it was damaged', async () => {
  const file = await made();
  const [whole, { mtimeMs }] = [await readFile(file), await stat(file)];
  expect(await exportsOf(file)).toEqual(['namedFiles']);
  expect(await made()).toBe(file);
  expect((await stat(file)).mtimeMs).toBe(mtimeMs);

  await writeFile(file, whole.subarray(0, -100));
  expect(await made()).toBe(file);
  expect((await readFile(file)).equals(whole)).toBe(true);
});

test('runs all the same where what was compiled of it is damaged', async () => {
  const file = await made();
  await exportsOf(file);
  const compiled = await readFile(`${file}.compiled`);
  await writeFile(
    `${file}.compiled`,
    compiled.map((byte, index) => (index > 200 ? byte ^ 0xff : byte)),
  );
  expect(await exportsOf(file)).toEqual(['namedFiles']);
  expect((await readFile(`${file}.compiled`)).length).toBeGreaterThan(200);
});

test('imports what stands outside of it without a word on the terminal', async () => {
  const file = await bundled('bundle/make.ts');
  const path = JSON.stringify(join(PROJECT, 'pipeline', ENTRY));
  const script = `import { run } from '${RUN}'; console.log((await run('${file}').bundle(${path})).includes('namedFiles'));`;
  const args = ['--input-type=module', '--eval', script];
  expect(await promisify(execFile)(process.execPath, args)).toEqual({ stdout: 'true\n', stderr: '' });
});

test('leaves out what only a download by way of a proxy needs, and finds it then', async () => {
  const { bundle } = await import('../../pipeline/bundle/make.ts');
  const code = await bundle(join(PROJECT, 'node_modules/@puppeteer/browsers/lib/esm/httpUtil.js'));
  expect(code).not.toContain('quickjs');
  await using asked = await listening();
  // Beside the packages, as every bundle.
  const file = join(dirname(await made()), `by-proxy.${process.pid}.cjs`);
  await writeFile(file, code);
  const script = `import { run } from '${RUN}'; console.log(await run('${file}').headHttpRequest(new URL('http://example.invalid/a')));`;
  const args = ['--input-type=module', '--eval', script];
  const env = { ...process.env, HTTP_PROXY: asked.address, NO_PROXY: '', no_proxy: '' };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env }).finally(async () => {
    for (const each of [file, `${file}.compiled`]) await rm(each, { force: true });
  });
  expect({ stdout, stderr, paths: asked.paths }).toEqual({
    stdout: 'true\n',
    stderr: '',
    paths: ['http://example.invalid/a'],
  });
});

/** A proxy that answers everything itself. */
async function listening() {
  const paths: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    paths.push(url);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, paths, [Symbol.asyncDispose]: async () => void server.close() };
}

test('takes the place of what an earlier state of the program was put together to, unless that may still run', async () => {
  const file = await made();
  const [name] = basename(file).split('.');
  const old = join(dirname(file), `${name}.0123.cjs`);
  const [recent, then] = [`${old}.new`, new Date(2001, 1, 1)];
  await Promise.all([old, recent].map((path) => writeFile(path, '')));
  await utimes(old, then, then);
  await writeFile(file, 'damaged');
  await made();
  const kept = await readdir(dirname(file));
  expect(kept).toEqual(expect.arrayContaining([basename(file), basename(recent)]));
  expect(kept).not.toContain(basename(old));
  await rm(recent);
});

test('is not kept among the packages of another program: that one runs from its modules', async () => {
  const copy = join(folder.path, 'copy');
  await copyProgramTo(copy);
  await write(join(folder.path, 'sources'), SMALL);
  const args = ['check', '--sources', join(folder.path, 'sources'), '--format', 'json', ...PATIENT];
  const checked = await runProgram(args, {}, join(copy, 'pipeline/start.mjs'));
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(await runProgram(args)).toMatchObject({ code: 0, stdout: checked.stdout });
  const { bundled: ofCopy } = (await import(join(copy, 'pipeline/bundle.ts'))) as { bundled: typeof bundled };
  expect(await ofCopy(ENTRY)).toBeUndefined();
});

test('makes the same of the same sources as the modules do', async () => {
  const sources = join(folder.path, 'sources');
  const [one, other] = [join(folder.path, 'one'), join(folder.path, 'other')];
  await write(sources, SMALL);
  const flags = ['--sources', sources, '--out', one, '--pack', 'cheat-sheet', '--paper', 'a4', ...PATIENT];
  expect(await runProgram(['build', ...flags])).toMatchObject({ code: 0 });
  await buildIn(workshop, options(sources, other), quiet);
  expect(await contents(one)).toEqual(await contents(other));
});
