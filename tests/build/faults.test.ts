import { execFileSync } from 'node:child_process';
import { appendFile, chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../pipeline/build.ts';
import { EnvironmentProblem } from '../../pipeline/environment.ts';
import { readLibrary } from '../../pipeline/library.ts';
import { PATIENT, run } from '../main/program.ts';
import { breakDisk } from '../publish/broken-disk.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { guide, META, options, pressOnly, quiet, SMALL, write } from './small.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sources: string;
let out: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  [sources, out] = [join(folder.path, 'sources'), join(folder.path, 'out')];
  await write(sources, SMALL);
});
afterEach(() => folder[Symbol.asyncDispose]());
const workshop = pressOnly();
afterAll(() => workshop[Symbol.asyncDispose]());

const build = () => buildIn(workshop, options(sources, out), quiet);
const change = () => write(sources, { 'meta/ownership.txt': guide({ ...META, questions: ['Another one?'] }) });
const flags = () => ['build', '--sources', sources, '--out', out, '--pack', 'cheat-sheet', '--paper', 'a4', ...PATIENT];

/** Root may write everywhere: as root, the program runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test('an out folder that cannot be written ends with 3 and one line, and stays as it was', async () => {
  await build();
  const before = await contents(out);
  await change();
  await chmod(folder.path, 0o755);
  for (const path of [out, join(out, '.prepress')]) await chmod(path, 0o555);
  const { code, stdout, stderr } = await run(flags(), nobody);
  for (const path of [out, join(out, '.prepress')]) await chmod(path, 0o755);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(
    /^\S+\/out cannot be written by this user: change its rights, or name another folder with --out\n$/,
  );
  expect(await contents(out)).toEqual(before);
});

test('an out folder that is a file ends with 3', async () => {
  await writeFile(out, 'mine');
  const { code, stderr } = await run(flags());
  expect(code).toBe(3);
  expect(stderr).toMatch(/out is no folder: name another one with --out\n$/);
});

/** A file system with room for `bytes` at a folder; undefined where this user may not mount one. */
async function smallDisk(path: string, bytes: number): Promise<AsyncDisposable | undefined> {
  await mkdir(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return { [Symbol.asyncDispose]: async () => void execFileSync('umount', [path]) };
}

test('a full disk ends with 3 and one line, and the last build stays', async () => {
  await build();
  const before = await contents(out);
  await change();
  const kept = join(folder.path, 'kept');
  await cp(out, kept, { recursive: true });
  const size =
    Object.values(await contents(join(out, '.prepress'))).join('').length + Object.values(before).join('').length;
  await rm(out, { recursive: true });
  await using disk = await smallDisk(out, size + 64 * 1024);
  await cp(kept, out, { recursive: true });
  if (disk) {
    const { code, stderr } = await run(flags());
    expect(stderr).toMatch(/out has no space left: make room, then run the command again\n$/);
    expect(code).toBe(3);
  } else {
    using _broken = breakDisk(out, 5, 'ENOSPC');
    await expect(build()).rejects.toThrow(EnvironmentProblem);
  }
  expect(await contents(out)).toEqual(before);
});

test('wherever the disk of the out folder refuses a call, a build publishes all or nothing, and says why', async () => {
  await build();
  const old = await contents(out);
  await change();
  const kept = join(folder.path, 'kept');
  await cp(out, kept, { recursive: true });
  await build();
  const { 'CHANGES.md': _, 'changes.js': __, ...renewed } = await contents(out);
  let refused = 0;
  for (let nth = 1, reached = true; reached; nth += 5) {
    await rm(out, { recursive: true });
    await cp(kept, out, { recursive: true });
    using disk = breakDisk(out, nth, 'EIO');
    const problem = await build().then(
      () => undefined,
      (error: unknown) => error,
    );
    reached = disk.reached;
    const left = await contents(out);
    if (!problem) expect(left, `call ${nth}`).toMatchObject(renewed);
    else {
      refused++;
      expect(problem, `call ${nth}`).toBeInstanceOf(EnvironmentProblem);
      expect(left, `call ${nth}`).toEqual(old);
    }
  }
  expect(refused).toBeGreaterThan(3);
});

test('without a browser it ends with 3 and what to do, and publishes nothing', async () => {
  const { code, stdout, stderr } = await run(flags(), { env: { PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' } });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/PUPPETEER_EXECUTABLE_PATH names \/nowhere\/chrome/);
  expect(await contents(out)).toEqual({});
});

test('sources that come, grow and vanish while they are read end in a diagnostic on their file, and the others are read', async () => {
  const restless = join(sources, 'restless.md');
  let isOver = false;
  const shake = (async () => {
    while (!isOver) {
      await writeFile(restless, SMALL['general.md'] ?? '');
      await appendFile(restless, '\n- And another question?\n');
      await turn();
      await rm(restless);
    }
  })();
  for (let round = 0; round < 12; round++) {
    const { library, diagnostics } = await readLibrary(sources, { parseTimeout: 60_000 });
    expect(library.items.map(({ text }) => text)).toContain('How do you disagree with a senior colleague?');
    expect(diagnostics.filter(({ file }) => file !== 'restless.md')).toEqual([]);
    for (const { rule } of diagnostics)
      expect(['file-unreadable', 'file-changed', 'file-empty', 'layout-not-recognised']).toContain(rule);
  }
  isOver = true;
  await shake;
});
