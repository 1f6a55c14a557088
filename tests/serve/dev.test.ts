import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { guide, META, SMALL, write } from '../build/small.ts';
import { openBrowser, shown, visit } from '../gallery/browsing.ts';
import { PATIENT, start } from '../main/program.ts';

/** Waits until the output of a program says something for the nth time, and gives all of it. */
function said(child: ReturnType<typeof start>, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = '';
    const read = (text: string) => {
      all += text;
      if (words.test(all)) resolve(all);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(all)));
  });
}

it('dev follows the sources: new packs are shown, a broken source says so until it is mended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dev-'));
  const sources = join(folder, 'sources');
  await write(sources, SMALL);
  const child = start(['dev', '--sources', sources, '--out', join(folder, 'out'), '--pack', 'cheat-sheet', ...PATIENT]);
  const watching = said(child, /Watching .*\n/);
  const browser = await openBrowser();
  try {
    const url = /preview: (\S+)/.exec(await watching)?.[1] ?? '';
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { page, complaints, requests } = await visit(browser, url);
    expect(await shown(page, '.company h3')).toEqual(['Google', 'Meta', 'Any company']);

    await write(sources, { 'apple.txt': guide({ ...META, company: 'Apple', level: 'ICT4' }) });
    await page.waitForFunction('document.querySelector(".company h3")?.textContent === "Apple"');

    await write(sources, { 'apple.txt': new Uint8Array([0, 1, 2, 3, 0, 0, 0, 0, 5, 0, 0, 7]) });
    await page.waitForSelector('.problem');
    expect(await shown(page, '.problem')).toEqual([expect.stringMatching(/apple\.txt: error: .*\(file-not-text\)/)]);
    // The last good packs stay.
    expect(await shown(page, '.company h3')).toContain('Apple');

    await write(sources, { 'apple.txt': guide({ ...META, company: 'Apple', level: 'ICT5' }) });
    await page.waitForFunction(
      'document.querySelector("h4")?.textContent.startsWith("ICT5") && !document.querySelector(".problem")',
    );
    expect(complaints).toEqual([]);
    expect(requests.every((address) => address.startsWith(url))).toBe(true);
  } finally {
    await browser.close();
    child.kill('SIGINT');
    await child.ended;
    await rm(folder, { recursive: true, force: true });
  }
});
