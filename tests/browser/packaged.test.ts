import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadyBrowser } from '../../pipeline/browser/find.ts';

const PROGRAM = fileURLToPath(new URL('ready.ts', import.meta.url));
const NOBODY = 65534;

let cold: string;
beforeEach(async () => {
  cold = await mkdtemp(join(tmpdir(), 'prepress-cold-'));
  await chmod(cold, 0o777);
});
afterEach(() => rm(cold, { recursive: true, force: true }));

interface Start {
  uid?: number;
  env?: Record<string, string>;
}

/** Starts a process that makes the browser ready, with an empty cache of its own. */
function start({ uid, env = {} }: Start = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    env: { PATH: process.env.PATH, HOME: cold, TMPDIR: join(cold, 'tmp'), XDG_CACHE_HOME: join(cold, 'cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
}

async function readied(child: ChildProcess): Promise<ReadyBrowser> {
  if (!child.stdout || !child.stderr) throw new Error('no output to read');
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(errors).toBe('');
  return JSON.parse(out);
}

/** The version that the browser gives when it is run. */
async function runs({ executablePath, env }: ReadyBrowser, uid = process.getuid?.()): Promise<string> {
  const { stdout } = await promisify(execFile)(executablePath, ['--version'], {
    env: { ...env, HOME: cold },
    ...(uid === undefined ? {} : { uid }),
  });
  return stdout.trim();
}

const BOTH_USERS = 'only root, in a folder that everybody can read, can start processes of two users';

async function bothUsers(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const options = { uid: NOBODY, cwd: dirname(PROGRAM) };
  return promisify(execFile)(process.execPath, ['--version'], options).then(
    () => true,
    () => false,
  );
}

const CACHE = () => join(cold, 'cache', 'prepress');

describe.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'unpacking, on a cold cache',
  { timeout: 60_000 },
  () => {
    beforeEach(() => mkdir(join(cold, 'tmp'), { mode: 0o777 }).then(() => chmod(join(cold, 'tmp'), 0o777)));

    test('two starts at once both run, and leave one browser', async () => {
      const [first, second] = await Promise.all([readied(start()), readied(start())]);
      expect(first).toEqual(second);
      expect(await runs(first)).toMatch(/^Chromium 147\./);
      expect(await readdir(CACHE())).toEqual(['chromium-147.0.0']);
      expect(await readdir(join(cold, 'tmp'))).not.toContain('chromium');
    });

    test('a kill in the middle leaves nothing at the final name, and the next start puts it right', async () => {
      const child = start();
      await untilGrowing(CACHE());
      child.kill('SIGKILL');
      await once(child, 'exit');
      const left = await readdir(CACHE());
      expect(left).toHaveLength(1);
      expect(left[0]).toMatch(/^chromium-147\.0\.0\.making-/);
      expect(await runs(await readied(start()))).toMatch(/^Chromium 147\./);
      expect(await readdir(CACHE())).toEqual(['chromium-147.0.0']);
    });

    test('another version that stands there already is neither run nor harmed', async () => {
      const impostors = [join(CACHE(), 'chromium-146.0.0', 'chromium'), join(cold, 'tmp', 'chromium')];
      for (const impostor of impostors) {
        await mkdir(dirname(impostor), { recursive: true });
        await writeFile(impostor, '#!/bin/sh\necho Chromium 146.0.0.0\n', { mode: 0o755 });
      }
      expect(await runs(await readied(start()))).toMatch(/^Chromium 147\./);
      for (const impostor of impostors) expect(await readFile(impostor, 'utf8')).toContain('146');
    });

    test('root first, then an ordinary user who shares the folder, then one who cannot write there', async (context) => {
      context.skip(!(await bothUsers()), BOTH_USERS);
      const byRoot = await readied(start());
      const byUser = await readied(start({ uid: NOBODY }));
      expect(byUser).toEqual(byRoot);
      expect(await runs(byUser, NOBODY)).toMatch(/^Chromium 147\./);
      const files = await readdir(CACHE(), { recursive: true });
      const owners = await Promise.all(files.map(async (file) => (await stat(join(CACHE(), file))).uid));
      expect(new Set(owners)).toEqual(new Set([0]));

      // Where root left no browser and the user cannot write, it goes to the user's own temporary folder.
      await rm(join(CACHE(), 'chromium-147.0.0'), { recursive: true });
      const own = await readied(start({ uid: NOBODY }));
      expect(own.executablePath).toBe(join(cold, 'tmp', `prepress-${NOBODY}`, 'chromium-147.0.0', 'chromium'));
      expect(await runs(own, NOBODY)).toMatch(/^Chromium 147\./);
    });

    test('a browser that another user planted in the temporary folder is not run', async (context) => {
      context.skip(!(await bothUsers()), BOTH_USERS);
      await mkdir(CACHE(), { recursive: true, mode: 0o755 });
      const planted = join(cold, 'tmp', `prepress-${NOBODY}`, 'chromium-147.0.0');
      await mkdir(planted, { recursive: true });
      await writeFile(join(planted, 'chromium'), '#!/bin/sh\necho planted\n', { mode: 0o755 });
      for (const path of [dirname(planted), planted, join(planted, 'chromium')])
        await chown(path, NOBODY - 1, NOBODY - 1);
      const child = start({ uid: NOBODY });
      const errors = await text(child.stderr as NodeJS.ReadableStream);
      expect(errors).toContain('EnvironmentProblem: No folder for the browser can be written');
      expect(errors).toContain('XDG_CACHE_HOME');
    });

    test('it brings every library that a bare system lacks', async () => {
      const { executablePath, env } = await readied(start());
      const linked = execFileSync('ldd', [executablePath], { env: { ...process.env, ...env }, encoding: 'utf8' });
      const outside = linked
        .split('\n')
        .filter((line) => line.includes('.so') && !line.includes(dirname(executablePath)));
      const names = outside.map((line) => line.trim().split(/[\s.]/)[0]?.replace(/.*\//, ''));
      // The C library and the compiler's own: without them not even Node starts.
      expect(names.toSorted()).toEqual(
        ['ld-linux-x86-64', 'libc', 'libdl', 'libgcc_s', 'libm', 'libpthread', 'linux-vdso'].toSorted(),
      );
      expect(linked).toContain(join(dirname(executablePath), 'lib', 'libnss3.so'));
    });
  },
);

/** Resolves once a browser is being unpacked under the folder and is part of the way. */
async function untilGrowing(folder: string): Promise<void> {
  for (;;) {
    const [workshop] = await readdir(folder).catch(() => []);
    const size = workshop
      ? await stat(join(folder, workshop, 'chromium'))
          .then((file) => file.size)
          .catch(() => 0)
      : 0;
    if (size > 20_000_000) return;
    await delay(10);
  }
}
