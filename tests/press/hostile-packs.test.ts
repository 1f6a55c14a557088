import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import { findBrowser } from '../../pipeline/browser/find.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { openPress } from '../../pipeline/press.ts';
import { packFonts } from '../../pipeline/render/fonts.ts';
import { loadTemplates, type Templates } from '../../pipeline/render/templates.ts';
import { render } from '../../pipeline/render.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { libraryOf, type Row, SMALL } from '../pages/library.ts';
import { holdsSecret, SECRET } from './secret.ts';
import { FILE_WAYS, NETWORK_WAYS } from './ways-out.ts';

const SAID = ['text', 'title', 'label', 'answer', 'evaluates', 'weak', 'strong', 'dimension', 'at', 'below', 'include'];
const MORE = ['framework', 'prepare', 'note', 'category', 'checklist', 'beat'];

/** In the ordinary run each item tries every fourth way, and each way is tried by some item. */
const STEP = process.env.PREPRESS_LONG ? 1 : 4;

/** The row with markup after the words of each of its fields. */
function hostile(row: Row, markup: string): Row {
  const fields = Object.entries(row).map(([name, value]) => {
    if (typeof value === 'string' && [...SAID, ...MORE].includes(name)) return [name, `${value} ${markup}`];
    const parts = Array.isArray(value) ? value.map((part) => hostile(part, markup)) : value;
    return [name, parts];
  });
  return Object.fromEntries(fields);
}

/** Jobs of every kind of pack, whose items and file names try each way by turns. */
async function hostileJobs(templates: Templates, ways: string[]): Promise<PrintJob[]> {
  const ladders = await readLadders();
  const turns = [...ways.keys()].filter((turn) => turn % STEP === 0);
  return turns.flatMap((turn) => {
    const way = (index: number) => ways[(turn + index) % ways.length] ?? '';
    const pages = SMALL.map((page, at) => ({
      ...page,
      file: page.file.replace(/(\.\w+)$/, ` ${way(at).replaceAll('/', '∕')}$1`),
      rows: page.rows.map((row, index) => hostile(row, way(at + index))),
    }));
    const packs = selectPacks(libraryOf(pages), ladders, { companies: ['meta'] });
    return packs.map((pack) => render(pack, 'a4', { templates, versions: {} }));
  });
}

test('packs of hostile texts reach nothing and print it as text', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'prepress-hostile-'));
  const [text, picture] = [join(folder, 'secret.txt'), join(folder, 'secret.svg')];
  await writeFile(text, SECRET);
  await writeFile(picture, `<svg xmlns="http://www.w3.org/2000/svg"><text y="30">${SECRET}</text></svg>`);
  let arrivals = 0;
  const listener = createServer((_, response) => response.end()).on('connection', () => arrivals++);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const ways = [
    ...Object.values(NETWORK_WAYS).map((html) => html(url)),
    ...Object.values(FILE_WAYS).map((html) => html(pathToFileURL(text).href, pathToFileURL(picture).href)),
  ];
  const templates = await loadTemplates();
  const jobs = await hostileJobs(templates, ways);
  expect(new Set(jobs.map(({ kind }) => kind))).toEqual(new Set(Object.keys(templates.styles)));

  await using press = await openPress({
    browser: await findBrowser(),
    styles: templates.styles,
    fonts: await packFonts(),
  });
  const results = await Promise.all(jobs.map(press.print));
  const failures = results.flatMap((result) => (result.ok ? [] : [result.reason]));
  expect(failures.filter((reason) => !/^needs \d+ pages/.test(reason))).toEqual([]);
  let printed = '';
  for (const result of results) {
    const pdf = result.ok ? result.bytes : result.draft;
    if (!pdf) continue;
    expect(await holdsSecret(pdf)).toBe(false);
    printed += (await extractText(new Uint8Array(pdf), { mergePages: true })).text;
  }
  const bare = printed.replaceAll(/\s/g, '');
  for (const way of ways) expect(bare).toContain(way.replaceAll(/\s/g, '').slice(0, 24));
  listener.close();
  await rm(folder, { recursive: true });
  expect(arrivals).toBe(0);
});
