import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../pipeline/browser/find.ts';
import type { Machine } from '../../pipeline/browser/machine.ts';
import { EnvironmentProblem } from '../../pipeline/environment.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-find-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A program that answers `--version` as a browser does. */
async function program(path: string, answer: string): Promise<string> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), `#!/bin/sh\necho '${answer}'\n`);
  await chmod(join(folder, path), 0o755);
  return join(folder, path);
}

/** A machine for which no packaged browser and no download exists, with nothing installed but what the test puts there. */
function bareMachine(env: Record<string, string> = {}): Machine {
  return { platform: 'linux', arch: 'riscv64', env: { PATH: join(folder, 'bin'), ...env }, home: folder };
}

const isBare = async () => (await findBrowser(bareMachine()).catch(() => undefined)) === undefined;

test('PUPPETEER_EXECUTABLE_PATH wins over everything', async () => {
  const path = await program('mine/chrome-headless-shell', 'Google Chrome for Testing 150.1.2.3');
  const found = await findBrowser({ ...bareMachine({ PUPPETEER_EXECUTABLE_PATH: path }), arch: 'x64' }, [folder]);
  expect(found).toMatchObject({ origin: 'environment', product: 'chrome-headless-shell', version: '150.1.2.3' });
  expect(await found.ready()).toEqual({ executablePath: path, product: 'chrome-headless-shell', env: {} });
});

test('PUPPETEER_EXECUTABLE_PATH that names no browser is a problem, never passed over', async () => {
  for (const path of [join(folder, 'nothing'), await program('bin/echo', 'hello')]) {
    const found = findBrowser({ ...bareMachine({ PUPPETEER_EXECUTABLE_PATH: path }), arch: 'x64' }, [folder]);
    await expect(found).rejects.toThrow(EnvironmentProblem);
    await expect(found).rejects.toThrow(path);
  }
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the browser of the npm package comes before installed ones, and is found without being unpacked',
  async () => {
    await program('bin/chrome-headless-shell', 'Chromium 150.1.2.3');
    const found = await findBrowser({ ...bareMachine(), arch: 'x64' }, [join(folder, 'cache')]);
    expect(found).toMatchObject({ origin: 'package', product: 'chrome-headless-shell', version: '147.0.0' });
    await expect(rm(join(folder, 'cache'))).rejects.toThrow('ENOENT');
  },
);

test('an installed headless shell comes before an installed Chrome, wherever it stands', async (context) => {
  context.skip(!(await isBare()), 'a browser is installed on this machine');
  await program('bin/google-chrome', 'Google Chrome 151.0.0.1');
  expect(await findBrowser(bareMachine())).toMatchObject({
    origin: 'installed',
    product: 'chrome',
    version: '151.0.0.1',
  });
  await program('bin/chromium', 'Chromium 150.0.0.1');
  expect(await findBrowser(bareMachine())).toMatchObject({ product: 'chromium', version: '150.0.0.1' });
  await program('bin/chromium-headless-shell', 'Chromium 149.0.0.1');
  expect(await findBrowser(bareMachine())).toMatchObject({ product: 'chrome-headless-shell', version: '149.0.0.1' });
});

test('a program that does not run is passed over', async (context) => {
  context.skip(!(await isBare()), 'a browser is installed on this machine');
  await program('bin/chrome-headless-shell', 'no version');
  await program('bin/chromium', 'Chromium 150.0.0.1');
  expect(await findBrowser(bareMachine())).toMatchObject({ product: 'chromium' });
});

test('what Puppeteer downloaded earlier is found, the newest first', async () => {
  for (const version of ['99.0.0.1', '148.0.7778.97', '148.0.7778.9']) {
    const path = `.cache/puppeteer/chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`;
    await program(path, `Google Chrome for Testing ${version}`);
  }
  const found = await findBrowser(bareMachine());
  expect(found).toMatchObject({ origin: 'installed', product: 'chrome-headless-shell', version: '148.0.7778.97' });
});

test('where nothing is installed, Puppeteer may download one', async () => {
  const machine: Machine = { ...bareMachine(), platform: 'darwin', arch: 'arm64' };
  expect(await findBrowser(machine)).toMatchObject({ origin: 'download', product: 'chrome-headless-shell' });
});

test('where nothing can be had, the problem names the command to run', async (context) => {
  context.skip(!(await isBare()), 'a browser is installed on this machine');
  const found = findBrowser(bareMachine());
  await expect(found).rejects.toThrow(EnvironmentProblem);
  await expect(found).rejects.toThrow(/run ((sudo )?apt-get install|npx puppeteer browsers install) /);
});
