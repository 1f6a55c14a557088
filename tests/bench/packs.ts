import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer';
import { fit } from '../../pipeline/fit.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { Library } from '../../pipeline/model/library.ts';
import { PAPERS } from '../../pipeline/model/manifest.ts';
import { openPress, type PressOptions } from '../../pipeline/press.ts';
import type { Templates } from '../../pipeline/render/templates.ts';
import { render } from '../../pipeline/render.ts';
import { selectPacks } from '../../pipeline/select.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** About `count` print jobs of the project's own sources, spread evenly over all packs. */
export async function packJobs(templates: Templates, count: number): Promise<PrintJob[]> {
  const folder = await mkdtemp(join(tmpdir(), 'prepress-bench-'));
  const file = join(folder, 'library.json');
  const program = [join(ROOT, 'pipeline', 'start.mjs'), 'extract', '--sources', join(ROOT, 'sources')];
  await promisify(execFile)(process.execPath, [...program, '--parse-timeout', '60000', '--out', file], { cwd: ROOT });
  const library = Library.parse(JSON.parse(await readFile(file, 'utf8')));
  await rm(folder, { recursive: true });
  const packs = selectPacks(library, await readLadders(), {});
  const jobs = packs.flatMap((pack) => PAPERS.map((paper) => render(pack, paper, { templates, versions: {} })));
  const step = Math.max(1, jobs.length / count);
  return Array.from({ length: Math.min(count, jobs.length) }, (_, index) => jobs[Math.floor(index * step)] as PrintJob);
}

/** A job whose pages are made already, so that printing can be measured without fitting. */
export interface Laid {
  job: PrintJob;
  pages: number;
  /** The size of type that the pages were made for, as in CSS. */
  type: string;
  /** Which of the press's fonts the pages use, by number. */
  fonts: number[];
}

/** Fits every job once and keeps what the browser then shows: the same pages for every contestant. */
export async function layOut(jobs: PrintJob[], options: PressOptions): Promise<Laid[]> {
  const laid: Laid[] = [];
  const keep = async (page: Page, job: PrintJob) => {
    // biome-ignore lint/suspicious/noFocusedTests: it fits a page
    const fitted = await fit(page, job);
    const shown = await page.evaluate(() => ({
      html: document.body.innerHTML,
      type: document.documentElement.style.getPropertyValue('--type'),
      fonts: [...document.fonts].flatMap(({ status }, index) => (status === 'loaded' ? [index] : [])),
    }));
    laid.push({ job: { ...job, html: shown.html }, pages: fitted.pages, type: shown.type, fonts: shown.fonts });
    return fitted;
  };
  await using press = await openPress({ ...options, pages: 1, fit: keep });
  for (const job of jobs) await press.print(job);
  return laid;
}
