import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placed } from '../../pipeline/fit/arrangement.ts';
import { inColumns } from '../../pipeline/fit/columns.ts';
import { anySections, ROOM, section } from './sections.ts';

const spread = (placed: Placed[]) => placed.map(({ section: of, columns, x, y }) => [of, columns, x, y]);
const byNumber = (a: number, b: number) => a - b;
const overlap = (a: Placed, b: Placed) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height - 1e-6 && b.y < a.y + a.height - 1e-6;

describe('inColumns', () => {
  it('lets columns end evenly', () => {
    const [page] = inColumns.place([section(0, [100, 100, 100, 100])], ROOM);
    expect(spread(page ?? [])).toEqual([
      [0, [[0, 1]], 0, 0],
      [0, [[2, 3]], 320, 0],
    ]);
  });

  it('keeps a section whole that is to stay whole', () => {
    const [page] = inColumns.place([section(0, [100]), section(1, [100, 100, 100], { keep: true })], ROOM);
    expect(spread(page ?? [])).toEqual([
      [0, [[0]], 0, 0],
      [1, [[0, 1, 2]], 320, 0],
    ]);
  });

  it('takes a loose section before one that does not fit what is left of a column, and no other', () => {
    const order = (loose: boolean) => {
      const room = { ...ROOM, height: 300 };
      const sections = [section(0, [200]), section(1, [250]), section(2, [40], { loose })];
      return spread(inColumns.place(sections, room)[0] ?? []).map(([of, , x]) => [of, x]);
    };
    expect(order(true)).toEqual([
      [0, 0],
      [2, 0],
      [1, 320],
    ]);
    expect(order(false)).toEqual([
      [0, 0],
      [1, 320],
    ]);
  });

  it('lets blocks flow through columns inside a section of the whole width', () => {
    const [page] = inColumns.place([section(0, [100, 50, 60], { span: 'full', flow: 2 })], ROOM);
    expect(page).toMatchObject([{ columns: [[0], [1, 2]], width: 620, height: 120 }]);
  });

  it('goes on at the top of the next page, heading and all', () => {
    const pages = inColumns.place([section(0, Array(12).fill(100), { span: 'full' })], ROOM);
    expect(pages.map((page) => page.map(({ columns, continued, y }) => [columns[0]?.length, continued, y]))).toEqual([
      [[9, false, 0]],
      [[3, true, 0]],
    ]);
  });

  it('does not leave one row behind at the foot of a page', () => {
    const table = section(1, [60, 60, 60], { span: 'full' });
    const pages = inColumns.place([section(0, [880], { span: 'full' }), table], ROOM);
    expect(pages.map((page) => page.map(({ section: of }) => of))).toEqual([[0], [1]]);
  });

  it('takes no row along alone: not to the next page, not to the next column', () => {
    const [first, second] = inColumns.place([section(0, Array(10).fill(100), { span: 'full' })], ROOM);
    expect([first, second].map((page) => page?.[0]?.columns[0]?.length)).toEqual([8, 2]);
    const probes = inColumns.place([section(0, [200]), section(1, [100, 100, 100])], { ...ROOM, height: 420 });
    expect(spread(probes[0] ?? [])).toEqual([
      [0, [[0]], 0, 0],
      [1, [[0, 1, 2]], 320, 0],
    ]);
  });

  it('runs down the first column of a section and then down the next, as evenly as that goes', () => {
    const heights = [100, 60, 60, 100, 60];
    const [page] = inColumns.place([section(0, heights, { span: 'full', flow: 2 })], ROOM);
    expect(page).toMatchObject([
      {
        columns: [
          [0, 1, 2],
          [3, 4],
        ],
        height: 230,
      },
    ]);
  });

  it('gives what is left of a page to what can stretch, and moves the rest down', () => {
    const [page] = inColumns.place(
      [section(0, [100], { span: 'full', stretch: 50 }), section(1, [], { span: 'full' })],
      ROOM,
    );
    expect(page?.map(({ y, height }) => [y, height])).toEqual([
      [0, 160],
      [180, 10],
    ]);
  });

  it('places every block once, inside the room, above nothing else', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const pages = inColumns.place(sections, ROOM);
        const placed = pages.flat();
        for (const { index, blocks } of sections) {
          const here = placed
            .filter((one) => one.section === index)
            .map(({ columns }) => columns.flat().sort(byNumber));
          expect(here.flat()).toEqual(blocks.map((block) => block.index));
        }
        for (const page of pages) {
          for (const one of page) {
            expect(one.x + one.width).toBeLessThanOrEqual(ROOM.width + 1e-6);
            expect(one.y + one.height).toBeLessThanOrEqual(ROOM.height + 1e-6);
          }
          for (const [at, one] of page.entries()) {
            expect(page.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
