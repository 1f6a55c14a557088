import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL, write } from '../build/small.ts';
import { temporaryFolder } from '../publish/folders.ts';
import { run } from './program.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await write(join(folder.path, 'sources'), SMALL);
});
afterAll(() => folder[Symbol.asyncDispose]());

test('says of everything that is needed that it is there', async () => {
  const flags = ['doctor', '--sources', join(folder.path, 'sources'), '--out', join(folder.path, 'new/out')];
  const { code, stdout } = await run(flags);
  expect(code, stdout).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.slice(0, 4))).toEqual(lines.map(() => 'fine'));
  for (const what of ['node', 'sources', 'out', 'cache', 'fonts', 'paper', 'browser', 'a page']) {
    expect(stdout).toMatch(new RegExp(`^fine  ${what} `, 'm'));
  }
  expect(stdout).toMatch(/^fine {2}browser .*\d+\.\d+/m);
});

/** Root may write everywhere: as root, the program runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test('says how to mend what is missing, and ends with 3', async () => {
  const closed = join(folder.path, 'closed');
  await mkdir(closed, { mode: 0o555 });
  await chmod(folder.path, 0o755);
  const flags = ['doctor', '--sources', join(folder.path, 'nowhere'), '--out', join(closed, 'out')];
  const env = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' };
  const { code, stdout } = await run(flags, { env, ...nobody });
  expect(code, stdout).toBe(3);
  expect(stdout).toMatch(/^mend {2}sources .*nowhere cannot be read: name the folder of your texts with --sources$/m);
  expect(stdout).toMatch(/^mend {2}out .*closed cannot be written \(EACCES\): change its rights/m);
  expect(stdout).toMatch(/^mend {2}browser .*\/nowhere\/chrome.*: correct it, or unset it$/m);
  expect(stdout).toMatch(/^fine {2}node /m);
});
