import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { findBrowser } from '../../pipeline/browser/find.ts';
import { keep } from '../../pipeline/cache/kept-reading.ts';
import { catalogueOf } from '../../pipeline/catalogue.ts';
import type { Shown } from '../../pipeline/gallery/shown.ts';
import type { Library } from '../../pipeline/model/library.ts';
import { launch } from '../../pipeline/press/launch.ts';

/** A page with everything that it complained of and everything that it asked for. */
export interface Visit {
  page: Page;
  /** Errors and warnings of its console, and errors that nothing caught. */
  complaints: string[];
  /** Addresses in the order in which they were asked for. */
  requests: string[];
}

export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser();
  return launch(await found.ready(), []);
}

/** Opens a file, or an address, as somebody would who looks at it. */
export async function visit(browser: Browser, place: string, prepare?: (page: Page) => Promise<void>): Promise<Visit> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.setViewport({ width: 1200, height: 900 });
  await prepare?.(page);
  await page.goto(place.startsWith('http') ? place : pathToFileURL(place).href);
  return { page, complaints, requests };
}

/** What the accessibility checker finds, a line each. */
export async function findings(page: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(axe, 'utf8'));
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/**
 * The text of what is shown of all elements that a selector finds, also where it is scrolled to first: a browser gives no text for
 * what `content-visibility` has not let it lay out yet.
 */
export const shown = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (elements) => {
    const whole = new CSSStyleSheet();
    whole.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(whole);
    const texts = elements.flatMap((element) =>
      element.checkVisibility() ? ((element as HTMLElement).innerText ?? '').replaceAll(/\s+/g, ' ').trim() : [],
    );
    document.adoptedStyleSheets.pop();
    return texts;
  });

/** A build as a gallery shows it: what a library tells of itself, with the rest. */
export function shownOf(library: Library, rest: Pick<Shown, 'manifest'> & Partial<Shown>): Shown {
  const kept = library.sources.map((source) => {
    const items = library.items.filter((item) => item.source.file === source.file);
    return keep({ source, items, diagnostics: [] }, undefined);
  });
  const catalogue = catalogueOf(kept.map(({ digest }) => digest));
  const sourceData = kept.map((reading) => reading.sourceData);
  return {
    sources: library.sources,
    catalogue,
    sourceData,
    diagnostics: [],
    excerpts: {},
    thumbnails: new Map(),
    ...rest,
  };
}
