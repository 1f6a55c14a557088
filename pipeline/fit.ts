import type { Page } from 'puppeteer';
import type { Sheet } from '../templates/kind.ts';
import { PACK_KINDS } from '../templates/registry.ts';
import { type Room, spanWidth } from './fit/arrangement.ts';
import { inColumns } from './fit/columns.ts';
import { leftOutOf, type Plan, plan } from './fit/plan.ts';
import { build, type Frame, measure } from './fit/sheet.ts';
import type { PrintJob } from './model/job.ts';
import type { Paper } from './model/manifest.ts';
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

/** A body as planned at one size of type, in points. */
type Layout = { type: number; frame: Frame; planned: Plan; leftOut: string[] };

/**
 * Lays the job's body out in pages as they will be printed. The body is measured at each size of type that its kind
 * allows until everything fits. Where nothing does, what has the lowest priority leaves, at the largest size at which no
 * more has to leave than at the smallest.
 * @throws {Error} where the page in the browser is not what was planned
 */
export async function fit(page: Page, job: PrintJob): Promise<Fit> {
  const kind = PACK_KINDS[job.kind];
  if (!kind) throw new Error(`No kind of pack is called "${job.kind}"`);
  const { sheet, arrangement = inColumns } = kind;
  const tried: Layout[] = [];
  for (const type of sheet.type) {
    const { room: whole, ...rest } = frameOf(sheet, job.paper);
    const { sections, footer } = await inPage(page, measure, { room: whole, widths: widthsOf(whole), type });
    const room = { ...whole, height: whole.height - (footer > 0 ? footer + whole.gap / 2 : 0) };
    const planned = plan(sections, room, job.budget, arrangement);
    const leftOut = leftOutOf(sections, planned);
    tried.push({ type, frame: { room, ...rest }, planned, leftOut });
    if (planned.fits && leftOut.length === 0) break;
  }
  const last = tried.at(-1);
  if (!last) throw new Error(`The kind "${job.kind}" names no size of type`);
  const isAsGood = ({ planned, leftOut }: Layout) => planned.fits && leftOut.length <= last.leftOut.length;
  const { type, frame, planned, leftOut } = tried.find(isAsGood) ?? last;
  const parts = planned.left.flatMap(({ targets }) => targets.filter(({ part }) => part !== null));
  const sheets = { type, frame, pages: planned.pages, parts, leftOut: leftOut.length };
  const excess = await inPage(page, build, sheets);
  if (excess > TOLERANCE) throw new Error(`A block is ${excess.toFixed(1)} px higher than it was measured`);
  return { pages: planned.pages.length, leftOut, over: !planned.fits };
}

const widthsOf = (room: Room) => Array.from({ length: room.columns }, (_, index) => spanWidth(index + 1, room));

function frameOf({ margin, gap, columns }: Sheet, paper: Paper): Frame {
  const size = PAPER_SIZES[paper];
  const page = { width: size.width * PIXELS_PER_MM, height: size.height * PIXELS_PER_MM };
  const edge = margin * PIXELS_PER_MM;
  const room = { width: page.width - 2 * edge, height: page.height - 2 * edge, columns, gap: gap * PIXELS_PER_MM };
  return { page, margin: edge, room };
}

/** Runs a function in the page. It goes there as text, so that the names which a bundler gives functions are defined there too. */
async function inPage<Argument, Result>(
  page: Page,
  run: (argument: Argument) => Result,
  argument: Argument,
): Promise<Result> {
  const call = `(() => { const __name = (f) => f; return (${run})(${JSON.stringify(argument)}); })()`;
  return (await page.evaluate(call)) as Result;
}
