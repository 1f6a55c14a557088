import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../pipeline/browser/find.ts';
import { ALL_LAYERS, isolationFlags, type Layers } from '../../pipeline/press/isolation.ts';
import { launch } from '../../pipeline/press/launch.ts';
import { type Forme, preparePlate } from '../../pipeline/press/plate.ts';
import { sha256 } from './samples.ts';
import { holdsSecret, SECRET } from './secret.ts';
import { countPages, job, testPress } from './setting.ts';
import { FILE_WAYS, LEFT_OPEN, LEFT_OPEN_AT_TIMES, NETWORK_WAYS } from './ways-out.ts';

const FORME: Forme = { fonts: [], styles: { plain: { css: '' } }, fit: countPages };
const NO_LAYERS = Object.fromEntries(Object.keys(ALL_LAYERS).map((layer) => [layer, false])) as unknown as Layers;

const LAYER_TITLES: Record<keyof Layers, string> = {
  scripts: 'JavaScript off',
  offline: 'offline',
  policy: 'content policy',
  interception: 'requests refused',
  resolver: 'no resolver',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-secret-'));
  await writeFile(join(folder, 'secret.txt'), SECRET);
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60"><text y="30">${SECRET}</text></svg>`;
  await writeFile(join(folder, 'secret.svg'), picture);
});
afterAll(() => rm(folder, { recursive: true }));

/** What one attempt is given: a browser, hostile content, and whether it was seen to get out. */
interface Attempt {
  browser: Browser;
  html: string;
  /** Resolves when it got out, or with the time that it is given. */
  gotOut: Promise<unknown>;
}

/** Sets content as the press does, or opens it from a file as the press never does; gives the PDF, where there is one. */
type Reader = (attempt: Attempt) => Promise<Uint8Array | undefined>;

function setWith(layers: Layers): Reader {
  return async ({ browser, html, gotOut }) => {
    const plate = await preparePlate(await browser.newPage(), FORME, layers);
    const printed = await Promise.race([plate.print(job(html)).catch(() => undefined), delay(5_000)]);
    await gotOut;
    await plate.close();
    return printed?.ok ? printed.bytes : printed?.draft;
  };
}

const opened: Reader = async ({ browser, html, gotOut }) => {
  const file = join(await mkdtemp(join(folder, 'opened-')), 'page.html');
  await writeFile(file, `<!doctype html><meta charset="utf-8"><body>${html}`);
  const page = await browser.newPage();
  await Promise.race([page.goto(pathToFileURL(file).href).catch(() => undefined), delay(3_000)]);
  await gotOut;
  const pdf = await Promise.race([page.pdf().catch(() => undefined), delay(5_000)]);
  await page.close();
  return pdf ?? undefined;
};

/** How long an attempt may take that is known to get out, and one that is known not to, in milliseconds. */
const PATIENCE = { open: 10_000, closed: 700 };

/** The ways by which content got out: something came to the listener's address, or the secret is on paper. */
async function waysOut(flags: string[], read: Reader, known: readonly string[]): Promise<string[]> {
  const browser = await launch(await (await findBrowser()).ready(), flags);
  // None is closed before the end: what comes late to one would come to the next that is given its port.
  const listeners: Server[] = [];
  const patience = (way: string) => (known.includes(way) ? PATIENCE.open : PATIENCE.closed);
  const network = Object.entries(NETWORK_WAYS).map(([way, html]) => async () => {
    const listener = createServer((_, response) => response.end());
    listeners.push(listener);
    const arrival = new Promise<true>((resolve) => listener.once('connection', () => resolve(true)));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/out`;
    await read({ browser, html: html(url), gotOut: Promise.race([arrival, delay(patience(way))]) });
    const isOut = await Promise.race([arrival, delay(0, false)]);
    return isOut ? [way] : [];
  });
  const [text = '', picture = ''] = ['secret.txt', 'secret.svg'].map((name) => pathToFileURL(join(folder, name)).href);
  const files = Object.entries(FILE_WAYS).map(([way, html]) => async () => {
    const pdf = await read({
      browser,
      html: html(text, picture),
      gotOut: delay(known.includes(way) ? 2_500 : PATIENCE.closed),
    });
    return pdf && (await holdsSecret(pdf)) ? [way] : [];
  });
  try {
    return (await pMap([...network, ...files], (attempt) => attempt(), { concurrency: 16 })).flat();
  } finally {
    await browser.close();
    for (const listener of listeners) listener.close().closeAllConnections();
  }
}

const WAYS = [...Object.keys(NETWORK_WAYS), ...Object.keys(FILE_WAYS)];

/** What each layer leaves open where it is the only one; the first reads a file, without any layer. */
const CASES: Record<string, { title: string; layers: Layers; read: Reader }> = {
  opened: { title: 'no layer: opened from a file', layers: NO_LAYERS, read: opened },
  content: { title: 'set as content', layers: NO_LAYERS, read: setWith(NO_LAYERS) },
  ...Object.fromEntries(
    Object.entries(LAYER_TITLES).map(([layer, title]) => {
      const layers = { ...NO_LAYERS, [layer]: true };
      return [layer, { title, layers, read: setWith(layers) }];
    }),
  ),
  all: { title: 'all of them', layers: ALL_LAYERS, read: setWith(ALL_LAYERS) },
};

describe('ways out of the browser of the npm package', { timeout: 60_000 }, async () => {
  const skip = (await findBrowser()).origin !== 'package';

  test.skipIf(skip).for(Object.entries(CASES))(
    '%s: it leaves open what the table says',
    async ([name, { layers, read }]) => {
      const known = LEFT_OPEN[name as keyof typeof LEFT_OPEN];
      const atTimes = LEFT_OPEN_AT_TIMES[name as keyof typeof LEFT_OPEN] ?? [];
      const found = await waysOut(isolationFlags(layers), read, known);
      expect(found.filter((way) => !atTimes.includes(way))).toEqual(known);
    },
  );

  test.skipIf(skip)('nearly every way is open where there is no layer, and none where there are all', () => {
    expect(LEFT_OPEN.opened.length).toBeGreaterThan(30);
    expect(LEFT_OPEN.all).toEqual([]);
  });

  test('the table for people says the same', async () => {
    const head = ['way out', ...Object.values(CASES).map(({ title }) => title)];
    const rows = WAYS.map((way) => [
      way,
      ...Object.entries(LEFT_OPEN).map(([layers, open]) => {
        const atTimes = LEFT_OPEN_AT_TIMES[layers as keyof typeof LEFT_OPEN] ?? [];
        return open.includes(way) ? 'open' : atTimes.includes(way) ? 'at times' : '·';
      }),
    ]);
    const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
    await expect(`${table}\n`).toMatchFileSnapshot('isolation.md');
  });
});

test('hostile content prints nothing of the machine, reaches nothing, and leaves the page as it was', async () => {
  let arrivals = 0;
  const listener = createServer((_, response) => response.end()).on('connection', () => arrivals++);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/out`;
  const [text = '', picture = ''] = ['secret.txt', 'secret.svg'].map((name) => pathToFileURL(join(folder, name)).href);
  const hostile = [
    ...Object.values(NETWORK_WAYS).map((html) => html(url)),
    ...Object.values(FILE_WAYS).map((html) => html(text, picture)),
  ];
  const innocent = job('<h1>Innocent</h1><p>Text</p>');
  await using press = await testPress({ pages: 1 });
  const before = sha256(await press.print(innocent));
  for (const html of [...hostile, hostile.join('')]) {
    const result = await press.print(job(html));
    const pdf = result.ok ? result.bytes : result.draft;
    expect(pdf && (await holdsSecret(pdf))).toBe(false);
    expect(sha256(await press.print(innocent))).toBe(before);
  }
  await delay(700);
  listener.close();
  expect(arrivals).toBe(0);
});

test('no other part of the program can switch a layer off or open a file in the browser', async () => {
  const root = join(import.meta.dirname, '..', '..', 'pipeline');
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(
    files.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const),
  );
  const naming = (pattern: RegExp) => sources.filter(([, source]) => pattern.test(source)).map(([file]) => file);
  expect(naming(/\blayers\b/).filter((file) => !file.startsWith('press'))).toEqual([]);
  expect(naming(/\.goto\(|\.setContent\(/)).toEqual([]);
});
