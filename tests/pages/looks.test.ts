import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fit as layOut } from '../../pipeline/fit.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { libraryOf, SMALL } from './library.ts';
import { packPress, printPacks } from './printing.ts';

const GOLDENS = fileURLToPath(new URL('./goldens', import.meta.url));
/** The most pixels that may differ, as a share of the page. */
const MOST = 0.005;

let press: Awaited<ReturnType<typeof packPress>>;
let pictures: Uint8Array[] = [];

beforeAll(async () => {
  const photographed = async (page: Page, job: PrintJob) => {
    const fitted = await layOut(page, job);
    const sheets = await page.$$('.page');
    pictures = [];
    for (const sheet of sheets) pictures.push(await sheet.screenshot({ type: 'png' }));
    return fitted;
  };
  press = await packPress({ fit: photographed, pages: 1, isSeen: true });
});
afterAll(() => press[Symbol.asyncDispose]());

it.each([
  { kind: 'cheat-sheet', paper: 'a4', page: 0 },
  { kind: 'checklist', paper: 'letter', page: 0 },
  { kind: 'flash-cards', paper: 'a4', page: 1 },
] as const)('a $kind on $paper looks as it did', async ({ kind, paper, page }) => {
  const request = { companies: ['meta'], kinds: [kind] };
  const [printed] = await printPacks(libraryOf(SMALL), press, () => [paper], request);
  expect(printed?.result.ok).toBe(true);
  const picture = pictures[page];
  if (!picture) throw new Error('no such page');
  const golden = join(GOLDENS, `${kind}.${paper}.${page + 1}.png`);
  if (process.env.PREPRESS_UPDATE) {
    await mkdir(GOLDENS, { recursive: true });
    await writeFile(golden, picture);
  }
  const [now, then] = [PNG.sync.read(Buffer.from(picture)), PNG.sync.read(await readFile(golden))];
  expect([now.width, now.height]).toEqual([then.width, then.height]);
  const different = pixelmatch(now.data, then.data, undefined, now.width, now.height, { threshold: 0.2 });
  const share = different / (now.width * now.height);
  if (share > MOST) {
    const seen = join(await mkdtemp(join(tmpdir(), 'looks-')), `${kind}.png`);
    await writeFile(seen, picture);
    expect.fail(
      `${(share * 100).toFixed(2)} % of the pixels differ: ${seen} against ${golden}. PREPRESS_UPDATE=1 accepts it`,
    );
  }
});
