import type { Page } from 'puppeteer';
import { PACK_KINDS } from '../templates/registry.ts';
import { columnWidth } from './fit/arrangement.ts';
import { inColumns } from './fit/columns.ts';
import { type Plan, plan } from './fit/plan.ts';
import { build, type Frame, measure } from './fit/sheet.ts';
import type { PrintJob } from './model/job.ts';
import { PAPER_SIZES } from './press/document.ts';

/** What fitting made of a page. */
export type Fit = {
  /** Pages the document has as it now stands. */
  pages: number;
  /** Ids of the items that left, in the order in which they left. */
  leftOut: string[];
  /** Whether it is over its budget with only its must-haves left. */
  over: boolean;
};

const PIXELS_PER_MM = 96 / 25.4;
/** Rounding in the browser's layout, in pixels, that is no overflow. */
const TOLERANCE = 1;

/**
 * Lays the job's body out in pages as they will be printed. The body is measured at each size of type that its kind
 * allows until everything fits; at the smallest one, what has the lowest priority leaves.
 * @throws {Error} where the page in the browser is not what was planned
 */
export async function fit(page: Page, job: PrintJob): Promise<Fit> {
  const kind = PACK_KINDS[job.kind];
  if (!kind) throw new Error(`No kind of pack is called "${job.kind}"`);
  const { sheet, arrange = inColumns } = kind;
  let planned: { frame: Frame; plan: Plan } | undefined;
  for (const type of sheet.type) {
    const frame = frameOf(job, type);
    const column = columnWidth(frame.room);
    const { sections, footer } = await inPage(page, measure, { room: frame.room, column, type });
    frame.room.height -= footer > 0 ? footer + frame.room.gap / 2 : 0;
    planned = { frame, plan: plan(sections, frame.room, job.budget, arrange) };
    if (planned.plan.fits && planned.plan.left.length === 0) break;
  }
  if (!planned) throw new Error(`The kind "${job.kind}" names no size of type`);
  const { pages, left, fits } = planned.plan;
  const parts = left.flatMap(({ section, block, part }) => (part === null ? [] : [{ section, block, part }]));
  const leftOut = [...new Set(left.flatMap(({ items }) => items))];
  const excess = await inPage(page, build, { frame: planned.frame, pages, parts, leftOut: leftOut.length });
  if (excess > TOLERANCE) throw new Error(`A block is ${excess.toFixed(1)} px higher than it was measured`);
  return { pages: pages.length, leftOut, over: !fits };
}

function frameOf({ kind, paper }: PrintJob, type: number): Frame {
  const { margin, gap, columns } = (PACK_KINDS[kind] ?? fail(kind)).sheet;
  const size = PAPER_SIZES[paper];
  const page = { width: size.width * PIXELS_PER_MM, height: size.height * PIXELS_PER_MM };
  const edge = margin * PIXELS_PER_MM;
  const room = { width: page.width - 2 * edge, height: page.height - 2 * edge, columns, gap: gap * PIXELS_PER_MM };
  return { page, margin: edge, room, type };
}

const fail = (kind: string): never => {
  throw new Error(`No kind of pack is called "${kind}"`);
};

/** Runs a function in the page. It goes there as text, so that the names which a bundler gives functions are defined there too. */
async function inPage<Argument, Result>(
  page: Page,
  run: (argument: Argument) => Result,
  argument: Argument,
): Promise<Result> {
  const call = `(() => { const __name = (f) => f; return (${run})(${JSON.stringify(argument)}); })()`;
  return (await page.evaluate(call)) as Result;
}
