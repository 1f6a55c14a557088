import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer';
import { findBrowser } from '../../pipeline/browser/find.ts';
import type { Fit } from '../../pipeline/fit.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import type { Font } from '../../pipeline/press/document.ts';
import { openPress, type Press, type PressOptions } from '../../pipeline/press.ts';

const FILES = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')), 'files');

export const FONTS: Font[] = [400, 700].map((weight) => ({
  family: 'Body',
  weight,
  file: join(FILES, `noto-sans-sc-latin-${weight}-normal.woff2`),
}));

const css = `@page { margin: 12mm }
  html { font: 400 11pt Body; font-synthesis: none }
  h1, h2, th { font-weight: 700 }
  body { margin: 0 }`;

/** Prints once to see how many pages there are: slower than the real fitting, and independent of any template. */
export async function countPages(page: Page): Promise<Fit> {
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return { pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0, leftOut: [], over: false };
}

/** A press with two kinds of its own, `plain` and `boxed`. */
export async function testPress(options: Partial<PressOptions> = {}): Promise<Press> {
  const styles = { plain: { css }, boxed: { css: `${css} p { border: 1px solid }` } };
  return openPress({ browser: await findBrowser(), styles, fonts: FONTS, fit: countPages, ...options });
}

export function job(html: string, more: Partial<PrintJob> = {}): PrintJob {
  return {
    id: html,
    name: 'a/b/c.a4',
    title: 'Title',
    language: 'en',
    kind: 'plain',
    paper: 'a4',
    html,
    budget: 9,
    ...more,
  };
}
