import { randomUUID } from 'node:crypto';
import type { CDPSession, Page } from 'puppeteer';
import type { Fit } from '../fit.ts';
import type { PrintJob, PrintResult, Thumbnail } from '../model/job.ts';
import { baseDocument, contentPolicy, type Font, PAPER_SIZES, type Style } from './document.ts';
import { inspect } from './inspect.ts';
import { isolate, type Layers } from './isolation.ts';
import { reproducible } from './reproducible.ts';
import { drawing } from './thumbnail.ts';

/** What all jobs of a press share. */
export interface Forme {
  fonts: readonly Font[];
  styles: Readonly<Record<string, Style>>;
  /** Lays a job's body out in its page and says how many pages it has. */
  fit: (page: Page, job: PrintJob) => Promise<Fit>;
}

/** A page of the browser with styles and fonts in place, into which one body after the other is set. */
export interface Plate {
  /**
   * @throws {Lost} where the page crashes or the browser ends
   * @throws where fitting fails or a font cannot be read
   */
  print(job: PrintJob): Promise<PrintResult>;
  close(): Promise<void>;
}

/** The browser, or a page of it, is gone: nothing is known of the job that was on it. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/** Jobs after which a page's renderer is told to forget the bodies it no longer shows; by itself it keeps some hundred. */
const JOBS_REMEMBERED = 20;

/** Prepares a page that is open and empty. */
export async function preparePlate(page: Page, { fonts, styles, fit }: Forme, layers: Layers): Promise<Plate> {
  const cdp = await page.createCDPSession();
  await Promise.all([isolate(cdp, layers, fonts), cdp.send('Emulation.setEmulatedMedia', { media: 'print' })]);
  const nonce = randomUUID();
  const html = baseDocument(fonts, styles, layers.policy ? contentPolicy(nonce) : undefined, nonce);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  await cdp.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  let printed = 0;
  return {
    print: (job) =>
      unlessLost(page, async () => {
        if (++printed % JOBS_REMEMBERED === 0) await cdp.send('HeapProfiler.collectGarbage');
        return print(page, cdp, job, fit);
      }),
    close: () => page.close(),
  };
}

/** What `work` gives, or {@link Lost} as soon as the page crashes or its browser ends. */
async function unlessLost<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const browser = page.browser();
  let onCrash = () => {};
  let onEnd = () => {};
  const lost = new Promise<never>((_, reject) => {
    onCrash = () => reject(new Lost('the page crashed'));
    onEnd = () => reject(new Lost('the browser ended'));
  });
  // Not `once`: Puppeteer's `off` does not find those again, and each would keep its job.
  page.on('error', onCrash);
  browser.on('disconnected', onEnd);
  try {
    return await Promise.race([work(), lost]);
  } finally {
    page.off('error', onCrash);
    browser.off('disconnected', onEnd);
  }
}

async function print(page: Page, cdp: CDPSession, job: PrintJob, fit: Forme['fit']): Promise<PrintResult> {
  await page.evaluate(setBody, job);
  // biome-ignore lint/suspicious/noFocusedTests: it fits a page
  const { pages, leftOut, over } = await fit(page, job);
  const { width, height } = PAPER_SIZES[job.paper];
  // In one go: asking the page costs more than its answer.
  const look = `(async () => ({ unread: await (${unreadFonts})(), thumbnail: ${drawing({ width, height })} }))()`;
  const { unread, thumbnail } = (await page.evaluate(look)) as { unread: string[]; thumbnail: Thumbnail };
  // The page would print the next font of the family's list, now and from now on: it is of no more use.
  if (unread.length > 0) throw new Error(`the font ${unread.join(', ')} cannot be read`);
  const { data } = await cdp.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    paperWidth: width / 25.4,
    paperHeight: height / 25.4,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const pdf = reproducible(Buffer.from(data, 'base64').toString('latin1'));
  const bytes = new Uint8Array(Buffer.from(pdf, 'latin1'));
  if (over) {
    return { ok: false, reason: `needs ${pages} pages where ${job.budget} are allowed`, pages, draft: bytes };
  }
  const faults = inspect(pdf, pages);
  return faults.length > 0
    ? { ok: false, reason: `the PDF is not fit to hand out: ${faults.join('; ')}`, draft: bytes }
    : { ok: true, bytes, pages, leftOut, thumbnail };
}

/** In the page: makes it the document of this job and of no other. */
async function setBody(job: PrintJob): Promise<void> {
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  root.lang = job.language;
  root.dataset.kind = job.kind;
  root.dataset.paper = job.paper;
  document.title = job.title;
  for (const style of document.head.querySelectorAll('style')) {
    const { kind, paper } = style.dataset;
    const isOn = (kind ?? job.kind) === job.kind && (paper ?? job.paper) === job.paper;
    style.media = isOn ? 'all' : 'not all';
  }
  const body = document.createElement('body');
  body.innerHTML = job.html;
  document.body.replaceWith(body);
  // Laid out, so that the fonts are asked for that it needs.
  body.getBoundingClientRect();
  await document.fonts.ready;
}

/** In the page: waits for every font that is needed by now, and answers those that could not be had. */
async function unreadFonts(): Promise<string[]> {
  await document.fonts.ready;
  const unread = [...document.fonts].filter(({ status }) => status === 'error');
  return unread.map(({ family, weight }) => `${family} ${weight}`);
}
