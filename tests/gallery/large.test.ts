import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shown } from '../../pipeline/gallery/shown.ts';
import { scriptJson } from '../../pipeline/gallery/template.ts';
import { gallery } from '../../pipeline/gallery.ts';
import { openBrowser, shown, shownOf, visit } from './browsing.ts';

const ITEMS = 10_000;
const WORDS = 'launch decision metric rollback team conflict scope owner model drift privacy budget deadline'.split(
  ' ',
);

/** A library of many items, and packs that print some of them. */
function many(): Shown {
  const word = (number: number) => WORDS[number % WORDS.length] ?? '';
  const items = Array.from({ length: ITEMS }, (_, index) => ({
    id: `question-${index}`,
    kind: 'question' as const,
    text: `Question ${index}: tell me about the ${word(index)} that changed a ${word(index * 7 + 3)}, and what you would do again when a ${word(index * 3 + 1)} comes first.`,
    scope: { companies: ['meta'], levels: ['IC6'], roles: [], rounds: ['onsite'], topics: [] },
    source: {
      file: `meta/${index % 100}.txt`,
      startLine: index + 1,
      endLine: index + 1,
      section: ['A guide', 'Practice'],
    },
  }));
  const coverage = { items: ['1-100'], headings: [], metadata: [], boilerplate: [], markup: [], unclaimed: [] };
  const sources = Array.from({ length: 100 }, (_, index) => ({
    file: `meta/${index}.txt`,
    sha256: '0'.repeat(64),
    title: 'A guide',
    lines: 100,
    coverage,
  }));
  const packs = Array.from({ length: 200 }, (_, index) => ({
    company: 'meta',
    level: `IC${index}`,
    band: null,
    role: null,
    kind: 'cheat-sheet',
    paper: 'a4' as const,
    file: `meta/ic${index}/cheat-sheet.a4.pdf`,
    pages: 2,
    sha256: '0'.repeat(64),
    items: items.slice(index * 40, index * 40 + 60).map(({ id }) => id),
    leftOut: [],
  }));
  const manifest = { schemaVersion: 1 as const, packs, failed: [], files: [], versions: {} };
  return shownOf({ schemaVersion: 1, sources, items }, { manifest });
}

describe(`a gallery of ${ITEMS} items`, () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gallery-'));
    await writeFile(join(folder, 'index.html'), await gallery(many()));
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is the same whenever it is made', async () => {
    expect(Buffer.from(await gallery(many())).equals(await gallery(many()))).toBe(true);
  });

  it('answers a search within 50 ms, and makes only the rows that are looked at', async () => {
    const { page } = await visit(browser, join(folder, 'index.html'));
    await page.waitForFunction(() => document.querySelectorAll('#item-list > li').length > 0);
    // Each word is typed as a whole; the shortest of several times is the program's own.
    const times = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#item-filter [name=text]');
      return ['launch', 'drift metric', 'question 77', 'nothing at all', 'owner', 'x', 'e'].map((text) => {
        if (input) input.value = text;
        const began = performance.now();
        input?.dispatchEvent(new Event('input', { bubbles: true }));
        return performance.now() - began;
      });
    });
    expect(times.sort((a, b) => a - b)[3]).toBeLessThan(50);
    expect(await page.$$eval('#item-list > li', (rows) => rows.length)).toBeLessThan(500);
    const [count] = await shown(page, '#item-filter output');
    expect(count).toBe(`${ITEMS} of ${ITEMS} items`);
    await page.close();
  });

  it('makes further rows on demand, and takes the keyboard to them', async () => {
    const { page } = await visit(browser, join(folder, 'index.html'));
    const rows = () => page.$$eval('#item-list > li', (all) => all.length);
    const before = await rows();
    await page.focus('#more');
    const atFocus = await rows();
    await page.keyboard.press('Enter');
    expect(await rows()).toBeGreaterThan(before);
    expect(
      await page.evaluate('[...document.activeElement.parentElement.children].indexOf(document.activeElement)'),
    ).toBe(atFocus);
    await page.close();
  });
});

describe('data in a script element', () => {
  it('cannot end it, and comes out as it went in', () => {
    const value = { text: '</script><!-- <script>\u2028"\\' };
    expect(scriptJson(value)).not.toContain('<');
    expect(JSON.parse(scriptJson(value))).toEqual(value);
  });
});
