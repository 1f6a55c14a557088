import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import puppeteer, { type Page } from 'puppeteer';
import { findBrowser } from '../../pipeline/browser/find.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { PAPER_SIZES } from '../../pipeline/press/document.ts';
import { openPress, type PressOptions } from '../../pipeline/press.ts';
import { packFonts } from '../../pipeline/render/fonts.ts';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { type Laid, layOut, packJobs } from './packs.ts';
import { median } from './timed.ts';

// What the press costs beside a bare Puppeteer loop that prints the same pages on one reused page: side by side, in turns.
const { values } = parseArgs({
  options: { documents: { type: 'string', default: '40' }, rounds: { type: 'string', default: '5' } },
});

const templates = await loadTemplates();
const fonts = await packFonts();
const browser = await findBrowser();
const options: PressOptions = { browser, styles: templates.styles, fonts };
const jobs = await packJobs(templates, Number(values.documents));
const laid = await layOut(jobs, options);
const laidJobs = laid.map(({ job }) => job);
const laidBy = new Map(laid.map((each) => [each.job.id, each]));

/** Instead of fitting: says what was found once. */
async function recall(page: Page, { id }: PrintJob) {
  const { pages = 0, type = '' } = laidBy.get(id) ?? {};
  await page.evaluate((size) => document.documentElement.style.setProperty('--type', size), type);
  return { pages, leftOut: [], over: false };
}

/** The document as somebody would write it who prints with Puppeteer alone, its fonts inlined or left to the system. */
async function bareDocument({ job, type, fonts: used }: Laid, withFonts: boolean): Promise<string> {
  const faces = fonts
    .filter((_, index) => withFonts && used.includes(index))
    .map(async (font) => {
      const range = font.unicodeRange ? `; unicode-range: ${font.unicodeRange}` : '';
      const data = await readFile(font.file, 'base64');
      return `@font-face { font-family: "${font.family}"; font-weight: ${font.weight}; src: url(data:font/woff2;base64,${data})${range} }`;
    });
  const { width, height } = PAPER_SIZES[job.paper];
  const css = [
    ...(await Promise.all(faces)),
    `@page { size: ${width}mm ${height}mm }`,
    templates.styles[job.kind]?.css,
  ];
  const attributes = `lang="${job.language}" data-kind="${job.kind}" data-paper="${job.paper}" style="--type: ${type}"`;
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>${job.title}</title><style>${css.join('\n')}</style></head><body>${job.html}</body></html>`;
}

/** Milliseconds a document. */
async function bare(documents: string[]): Promise<number> {
  const { executablePath, env } = await browser.ready();
  const args = ['--disable-gpu', '--font-render-hinting=none', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const started = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    pipe: true,
    args,
    env: { ...process.env, ...env },
  });
  const page = await started.newPage();
  const print = async (html = '') => {
    await page.setContent(html);
    return page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: true, outline: true });
  };
  await print(documents[0]);
  const start = performance.now();
  for (const html of documents) await print(html);
  const milliseconds = performance.now() - start;
  await started.close();
  return milliseconds / documents.length;
}

/** Milliseconds a document, on so many pages at once. */
async function pressed(pages: number, which: PrintJob[], fit?: typeof recall): Promise<number> {
  await using press = await openPress({ ...options, pages, ...(fit ? { fit } : {}) });
  await Promise.all(which.slice(0, pages).map(press.print));
  const start = performance.now();
  const results = await Promise.all(which.map(press.print));
  const milliseconds = performance.now() - start;
  for (const result of results) if (!result.ok) console.error(result.reason);
  return milliseconds / which.length;
}

const documents = await Promise.all(laid.map((each) => bareDocument(each, true)));
const fontless = await Promise.all(laid.map((each) => bareDocument(each, false)));
const contestants = {
  'bare loop, one page': () => bare(documents),
  'bare loop, one page, system fonts': () => bare(fontless),
  'press, one page': () => pressed(1, laidJobs, recall),
  'press, two pages': () => pressed(2, laidJobs, recall),
  'press, two pages, with fitting': () => pressed(2, jobs),
};
const times = Object.keys(contestants).map((): number[] => []);
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [index, run] of Object.values(contestants).entries()) times[index]?.push(await run());
}

const medians = times.map(median);
const pages = laid.reduce((sum, each) => sum + each.pages, 0);
console.log(
  `${jobs.length} documents of ${pages} pages, ${values.rounds} rounds, ${browser.product} ${browser.version}, Node ${process.version}`,
);
console.log('\n| | ms a document | documents a second | ratio |\n|---|---|---|---|');
for (const [index, name] of Object.keys(contestants).entries()) {
  const ms = medians[index] ?? Number.NaN;
  const ratio = ms / (medians[0] ?? Number.NaN);
  console.log(`| ${name} | ${ms.toFixed(0)} | ${(1000 / ms).toFixed(1)} | ${ratio.toFixed(2)} |`);
}
