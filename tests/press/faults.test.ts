import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import type { FoundBrowser } from '../../pipeline/browser/find.ts';
import { EnvironmentProblem } from '../../pipeline/environment.ts';
import type { Fit } from '../../pipeline/fit.ts';
import type { PrintJob, PrintResult } from '../../pipeline/model/job.ts';
import { countPages, FONTS, job, testPress } from './setting.ts';

/** What may happen to a browser in the middle of a job. */
const FAULTS: Record<string, (page: Page) => Promise<unknown>> = {
  'the browser crashes': async (page) => (await page.createCDPSession()).send('Browser.crash'),
  'the page crashes': async (page) => (await page.createCDPSession()).send('Page.crash'),
  'the browser is killed': async (page) => page.browser().process()?.kill('SIGKILL') && (await forever()),
  'the page hangs': async (page) => page.evaluate('for (;;);'),
  'the page never answers': forever,
};

function forever(): Promise<never> {
  return new Promise(() => undefined);
}

/** Fits as usual, but for jobs of that name: the fault happens to them, `times` times. */
function faulty(name: string, fault: (page: Page) => Promise<unknown>, times = Number.POSITIVE_INFINITY) {
  let left = times;
  return async (page: Page, { name: ours }: PrintJob): Promise<Fit> => {
    if (ours === name && left-- > 0) await fault(page);
    return countPages(page);
  };
}

const NAMES = ['a', 'b', 'c', 'victim', 'd', 'e', 'f', 'g'];
const jobs = NAMES.map((name) => job(`<h1>${name}</h1>${'<p>Text. </p>'.repeat(20)}`, { name }));
const okOf = (results: PrintResult[]) => Object.fromEntries(results.map(({ ok }, index) => [NAMES[index], ok]));
const ALL_OK = Object.fromEntries(NAMES.map((name) => [name, true]));

describe.for(Object.entries(FAULTS))('%s', ([, fault]) => {
  test('once: the job is printed on a fresh browser, the others as well', async () => {
    await using press = await testPress({ timeLimit: 3_000, fit: faulty('victim', fault, 1) });
    expect(okOf(await Promise.all(jobs.map(press.print)))).toEqual(ALL_OK);
  });

  test('each time: that job fails with a reason, all others are printed', async () => {
    await using press = await testPress({ timeLimit: 3_000, fit: faulty('victim', fault) });
    const results = await Promise.all(jobs.map(press.print));
    expect(okOf(results)).toEqual({ ...ALL_OK, victim: false });
    expect(results[NAMES.indexOf('victim')]).toMatchObject({
      reason: expect.stringMatching(/^the browser was lost twice while it printed this: \w+/),
    });
    expect(okOf([await press.print(job('<h1>after</h1>'))])).toEqual({ a: true });
  });
});

test('a job that fails of itself fails alone, at once, and the browser goes on', async () => {
  const refuse = () => Promise.reject(new Error('the fitting has a defect'));
  let tries = 0;
  const fit = faulty('victim', () => {
    tries++;
    return refuse();
  });
  await using press = await testPress({ fit });
  const results = await Promise.all(jobs.map(press.print));
  expect(okOf(results)).toEqual({ ...ALL_OK, victim: false });
  expect(results[3]).toEqual({ ok: false, reason: 'the fitting has a defect' });
  expect(tries).toBe(1);
});

test('a job over its budget gives its draft and the pages it needs', async () => {
  const fit = async (): Promise<Fit> => ({ pages: 3, leftOut: ['a'], over: true });
  await using press = await testPress({ fit });
  const result = await press.print(job('<h1>Long</h1>', { budget: 2 }));
  expect(result).toMatchObject({ ok: false, pages: 3, reason: 'needs 3 pages where 2 are allowed' });
  expect(
    Buffer.from((!result.ok && result.draft) || '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a PDF that is not as it was laid out is not handed out', async () => {
  const fit = async (): Promise<Fit> => ({ pages: 2, leftOut: [], over: false });
  await using press = await testPress({ fit });
  expect(await press.print(job('<h1>One page</h1>'))).toMatchObject({
    ok: false,
    reason: 'the PDF is not fit to hand out: it has 1 pages where 2 were laid out',
  });
});

test('a link that leads elsewhere than to the web is not handed out', async () => {
  await using press = await testPress();
  for (const href of ['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'smb://host/share']) {
    const result = await press.print(job(`<p><a href="${href}">here</a></p>`));
    expect(result).toMatchObject({ ok: false, reason: `the PDF is not fit to hand out: it links to ${href}` });
  }
  expect(await press.print(job('<p><a href="mailto:ada@example.org">x</a>'))).toMatchObject({ ok: true });
});

test('a font that cannot be read fails the jobs that need it, and no others', async () => {
  const broken = { family: 'Broken', weight: 400, file: '/nowhere/broken.woff2' };
  await using press = await testPress({ pages: 1, fonts: [...FONTS, broken] });
  const needs = job('<p style="font-family: Broken">Text');
  const without = job('<p>Text');
  const results = [await press.print(without), await press.print(needs), await press.print(without)];
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(results[1]).toEqual({ ok: false, reason: 'the font Broken 400 cannot be read' });
});

test('a press that is closed prints no more, and what it had in hand comes to an end', async () => {
  const press = await testPress({ fit: forever });
  const inHand = jobs.map(press.print);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const started = Date.now();
  await press[Symbol.asyncDispose]();
  expect(okOf(await Promise.all(inHand))).toEqual(Object.fromEntries(NAMES.map((name) => [name, false])));
  expect(Date.now() - started).toBeLessThan(3_000);
  expect(await press.print(job('late'))).toEqual({ ok: false, reason: 'the press is closed' });
});

test.runIf(process.platform !== 'win32').for([
  ['exit 1', 'install another one and name it in PUPPETEER_EXECUTABLE_PATH'],
  [
    'echo "error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127',
    'libnss3.so: cannot open): install',
  ],
  [
    'echo "[1:1/2.3:FATAL:a.cc(1)] No usable sandbox! If you" >&2; exit 1',
    'No usable sandbox!): let users have namespaces',
  ],
] as const)('a browser that does not start is a problem of the environment: %s', async ([script, said]) => {
  const folder = await mkdtemp(join(tmpdir(), 'prepress-broken-'));
  const executablePath = join(folder, 'browser');
  await writeFile(executablePath, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const ready = async () => ({ executablePath, product: 'chrome-headless-shell' as const, env: {} });
  const browser: FoundBrowser = { origin: 'environment', product: 'chrome-headless-shell', version: '1', ready };
  const problem = await testPress({ browser }).catch((error: unknown) => error);
  await rm(folder, { recursive: true });
  expect(problem).toBeInstanceOf(EnvironmentProblem);
  expect(String(problem)).toContain(`The browser at ${executablePath} does not start (`);
  expect(String(problem)).toContain(said);
});
