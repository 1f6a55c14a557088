import { expect, it } from 'vitest';
import { leftOutOf, plan } from '../../pipeline/fit/plan.ts';
import { inRows } from '../../templates/story-worksheet/arrangement.ts';
import { block, section } from './sections.ts';

const ROOM = { width: 620, height: 1000, columns: 3, gap: 10 };
const full = { span: 'full' as const };

/** Lines to write on beside blocks that are printed, between a head and a foot of the whole width. */
const sheet = (lines: number, printed: number) => [
  section(0, [], { ...full, opens: true, chrome: 50 }),
  {
    ...section(1, [], { span: 2, stretch: 2000 }),
    blocks: Array.from({ length: lines }, (_, at) => ({ ...block(at, 30, at < 2 ? 0 : 1000 + at), items: [] })),
  },
  {
    ...section(2, [], { numbered: true }),
    blocks: Array.from({ length: printed }, (_, at) => ({ ...block(at, 60, at), items: [`q${at}`] })),
  },
  section(3, [], { ...full, chrome: 100 }),
];

it('puts narrow sections beside each other, each as high as the page lets it be', () => {
  const [page] = inRows.place(sheet(4, 3), ROOM);
  expect(page?.map(({ section: of, x, y, width, height }) => [of, x, y, width, height])).toEqual([
    [0, 0, 0, 620, 50],
    [1, 0, 60, 410, 830],
    [2, 420, 60, 200, 830],
    [3, 0, 900, 620, 100],
  ]);
});

it('begins a page where a section opens one', () => {
  const pages = inRows.place([...sheet(4, 3), section(4, [], { ...full, opens: true })], ROOM);
  expect(pages.map((page) => page.map(({ section: of }) => of))).toEqual([[0, 1, 2, 3], [4]]);
});

it('gives up lines to write on for what is printed, and only on the side that is too high', () => {
  const lines = plan(sheet(30, 3), ROOM, 1, inRows);
  expect(lines.fits).toBe(true);
  expect(leftOutOf(sheet(30, 3), lines)).toEqual([]);
  expect(lines.left).toHaveLength(3);
  const questions = plan(sheet(4, 20), ROOM, 1, inRows);
  expect(leftOutOf(sheet(4, 20), questions)).toEqual(['q19', 'q18', 'q17', 'q16', 'q15', 'q14', 'q13']);
  expect(questions.left).toHaveLength(7);
});

it('does not fit where what must stay is too high', () => {
  expect(
    plan([section(0, [], { ...full, opens: true, chrome: 1100 }), ...sheet(4, 3).slice(1)], ROOM, 1, inRows).fits,
  ).toBe(false);
});
