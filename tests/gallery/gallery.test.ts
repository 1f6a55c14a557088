import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkshop } from '../../pipeline/build/workshop.ts';
import { buildIn } from '../../pipeline/build.ts';
import { Manifest } from '../../pipeline/model/manifest.ts';
import { guide, META, options, quiet, SMALL, write } from '../build/small.ts';
import { findings, openBrowser, shown, visit } from './browsing.ts';

let folder: string;
let index: string;
let manifest: Manifest;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const [sources, out] = [join(folder, 'sources'), join(folder, 'out')];
  await write(sources, {
    ...SMALL,
    'apple.txt': guide({
      company: 'Apple',
      level: 'ICT4',
      questions: ['Why do you care about café details?'],
    }),
    'broken.txt': new Uint8Array([0, 1, 2, 3, 0, 0, 0, 0, 5, 0, 0, 7]),
  });
  const asked = options(sources, out, { request: { kinds: ['cheat-sheet', 'flash-cards'] }, papers: ['a4', 'letter'] });
  await using workshop = openWorkshop();
  await buildIn(workshop, asked, quiet);
  // A second build, so that there is a change to tell of.
  const questions = [...META.questions, 'What did you stop doing?'];
  await write(sources, { 'meta/ownership.txt': guide({ ...META, questions }) });
  await buildIn(workshop, asked, quiet);
  index = join(out, 'index.html');
  manifest = Manifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the gallery', () => {
  it('is a file of the build like any other', () => {
    expect(manifest.files).toContain('index.html');
  });

  it('links every pack without JavaScript, and says what it is', async () => {
    const { page } = await visit(browser, index, (opened) => opened.setJavaScriptEnabled(false));
    const links = await page.$$eval('.papers a', (all) => all.map((a) => [a.href, a.getAttribute('aria-label')]));
    const packs = manifest.packs.map(({ file }) => pathToFileURL(join(index, '..', file)).href);
    expect(links.map(([href]) => href).sort()).toEqual(packs.sort());
    expect(links.every(([href]) => existsSync(fileURLToPath(href ?? '')))).toBe(true);
    expect(links.map(([, name]) => name)).toContain('Meta IC6 Cheat sheet, A4');
    await page.close();
  });

  it('draws the first page of every pack', async () => {
    const { page } = await visit(browser, index);
    const drawn = await page.$$eval('.pack', (packs) =>
      packs.map((pack) => ({
        lines: pack.querySelector('.thin')?.getAttribute('d')?.split('M').length ?? 0,
        titles: [...pack.querySelectorAll('svg text')].map((text) => text.textContent),
      })),
    );
    expect(drawn.length).toBe(manifest.packs.length / 2);
    for (const { lines } of drawn) expect(lines).toBeGreaterThan(3);
    expect(drawn.some(({ titles }) => titles.includes('Meta'))).toBe(true);
    await page.close();
  });

  it('filters packs as somebody types, and by company, level and kind', async () => {
    const { page, complaints } = await visit(browser, index);
    const packs = () => shown(page, '.pack h5');
    const all = (await packs()).length;
    await page.type('#pack-filter [name=text]', 'meta cheat');
    expect(await packs()).toEqual(['Cheat sheet changed']);
    expect(await shown(page, '.company h3')).toEqual(['Meta']);
    expect(await shown(page, '#pack-filter output')).toEqual([`1 of ${all} packs`]);
    await page.$eval('#pack-filter [name=text]', (input) => {
      (input as HTMLInputElement).value = '';
    });
    await page.select('#pack-filter [name=company]', 'google');
    expect(await shown(page, '.company h3')).toEqual(['Google']);
    await page.select('#pack-filter [name=kind]', 'flash-cards');
    expect(await packs()).toEqual(['Flash cards']);
    await page.select('#pack-filter [name=level]', 'IC6');
    expect(await packs()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('tells what the last build changed', async () => {
    const { page } = await visit(browser, index);
    const lines = await shown(page, '#change-list li');
    expect(lines).toContain('Meta IC6 Cheat sheet: +1 question');
    expect(lines).toContain('meta/ownership.txt: changed');
    await page.close();
  });

  it('shows each source with where its lines went and what is wrong with it', async () => {
    const { page } = await visit(browser, index);
    const rows = await shown(page, '#sources tbody tr');
    expect(rows.length).toBe(5);
    expect(rows.find((row) => row.startsWith('broken.txt'))).toMatch(/1 error .*file-not-text/);
    expect(rows.find((row) => row.startsWith('meta/ownership.txt'))).toMatch(/\d+ %/);
    await page.close();
  });

  it('searches the library, and leads from an item to its lines and its packs', async () => {
    const { page } = await visit(browser, index);
    await page.type('#item-filter [name=text]', 'launch WRONG');
    expect(await shown(page, '#item-list .text')).toEqual(['Tell me about a launch that went wrong.']);
    expect(await shown(page, '#item-list mark')).toEqual(['launch', 'wrong']);
    const [item] = await shown(page, '#item-list li');
    expect(item).toMatch(
      /^Question · Meta · IC6.* meta\/ownership\.txt:\d+ · .*Practice questions.*Printed in \d packs/,
    );
    const links = await page.$$eval('#item-list details a', (all) => all.map((a) => a.href));
    expect(links.length).toBeGreaterThan(0);
    expect(links.every((href) => existsSync(fileURLToPath(href)))).toBe(true);
    await page.close();
  });

  it('finds by company, level and kind, and without accents', async () => {
    const { page } = await visit(browser, index);
    await page.type('#item-filter [name=text]', 'cafe');
    expect(await shown(page, '#item-list .text')).toEqual(['Why do you care about café details?']);
    await page.$eval('#item-filter [name=text]', (input) => {
      (input as HTMLInputElement).value = '';
    });
    await page.select('#item-filter [name=companies]', 'meta');
    await page.select('#item-filter [name=kind]', 'pitfall');
    expect(await shown(page, '#item-list .text')).toEqual(['Saying "we" for everything.']);
    await page.close();
  });

  it('asks for nothing but changes.js, and does without it', async () => {
    const { page, complaints, requests } = await visit(browser, index);
    const beside = ['index.html', 'changes.js'].map((file) => pathToFileURL(join(index, '..', file)).href);
    expect(requests).toEqual(beside);
    expect(complaints).toEqual([]);
    const alone = join(folder, 'alone.html');
    await copyFile(index, alone);
    await page.goto(pathToFileURL(alone).href);
    expect(await shown(page, '#change-list')).toEqual(['There is no account of a change here.']);
    expect((await shown(page, '.pack h5')).length).toBe(manifest.packs.length / 2);
    await page.close();
  });

  it('is used with the keyboard alone', async () => {
    const { page, requests } = await visit(browser, index);
    const press = async (...keys: ('Tab' | 'Enter')[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab', 'Enter', 'Tab');
    expect(await page.evaluate('document.activeElement.name')).toBe('text');
    await page.keyboard.type('google flash');
    for (let tabs = 0; tabs < 9 && !(await page.evaluate('document.activeElement.matches(".papers a")')); tabs++) {
      await press('Tab');
    }
    expect(await page.evaluate('document.activeElement.ariaLabel')).toMatch(/^Google L5 .*Flash cards, A4$/);
    const asked = page.waitForRequest((request) => request.url().endsWith('.pdf'));
    await press('Enter');
    const address = (await asked).url();
    expect(requests.at(-1)).toBe(address);
    expect((await readFile(fileURLToPath(address))).subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it.each(['light', 'dark'])('has nothing that the accessibility checker finds, in %s colours', async (scheme) => {
    const { page } = await visit(browser, index, (opened) =>
      opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
    );
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    expect(await findings(page)).toEqual([]);
    await page.close();
  });

  it('prints without its fields', async () => {
    const { page } = await visit(browser, index, (opened) => opened.emulateMediaType('print'));
    expect(await shown(page, 'form, nav')).toEqual([]);
    expect((await shown(page, '.papers a')).length).toBe(manifest.packs.length);
    await page.close();
  });
});
