import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inColumns } from '../../pipeline/fit/columns.ts';
import { leftOutOf, plan } from '../../pipeline/fit/plan.ts';
import { anySections, block, ROOM, section } from './sections.ts';

const full = (index: number, blocks: ReturnType<typeof block>[]) => section(index, [], { span: 'full', blocks });

describe('plan', () => {
  it('leaves everything where it fits', () => {
    const planned = plan([full(0, [block(0, 400, 1), block(1, 400, 2)])], ROOM, 1, inColumns);
    expect(planned).toMatchObject({ fits: true, left: [] });
  });

  it('takes out the highest priority number first, of equals the last', () => {
    const sections = [full(0, [block(0, 300), block(1, 300, 1), block(2, 300, 2), block(3, 300, 2)])];
    expect(leftOutOf(sections, plan(sections, ROOM, 1, inColumns))).toEqual(['i3']);
    const two = plan(sections, { ...ROOM, height: 700 }, 1, inColumns);
    expect(leftOutOf(sections, two)).toEqual(['i3', 'i2']);
  });

  it('gives room that is left back to what still fits it', () => {
    const sections = [full(0, [block(0, 500), block(1, 600, 1), block(2, 100, 2)])];
    expect(leftOutOf(sections, plan(sections, ROOM, 1, inColumns))).toEqual(['i1']);
  });

  it('leaves no gap in the numbers of a section', () => {
    const blocks = [block(0, 500), block(1, 600, 1), block(2, 100, 2)];
    const sections = [section(0, [], { span: 'full', numbered: true, blocks })];
    expect(leftOutOf(sections, plan(sections, ROOM, 1, inColumns))).toEqual(['i2', 'i1']);
  });

  it('takes out a part before its block', () => {
    const part = { index: 0, items: ['p'], priority: 5, height: 300 };
    const sections = [full(0, [block(0, 900, 1, [part]), block(1, 300)])];
    expect(leftOutOf(sections, plan(sections, ROOM, 1, inColumns))).toEqual(['p']);
  });

  it('takes out what no page can hold, and only that', () => {
    const sections = [full(0, [block(0, 100), block(1, 2000, 1), block(2, 100, 9)])];
    expect(leftOutOf(sections, plan(sections, ROOM, 1, inColumns))).toEqual(['i1']);
  });

  it('spares a page where blank lines alone would need it', () => {
    const blank = (index: number) => ({ ...block(index, 100, 9), items: [] });
    const sections = [full(0, [block(0, 800), blank(1), blank(2), blank(3)]), full(1, [block(0, 50)])];
    const planned = plan(sections, ROOM, 2, inColumns);
    expect(planned.pages.map((page) => page.map(({ columns }) => columns[0]))).toEqual([[[0, 1], [0]]]);
    expect(leftOutOf(sections, planned)).toEqual([]);
  });

  it('takes an item out of all its places at once', () => {
    const twice = (index: number) => full(index, [block(0, 500), { ...block(1, 300, 1), items: ['same'] }]);
    const sections = [twice(0), twice(1)];
    const planned = plan(sections, { ...ROOM, height: 1500 }, 1, inColumns);
    expect(leftOutOf(sections, planned)).toEqual(['same']);
    expect(planned.pages.flat().map(({ columns }) => columns)).toEqual([[[0]], [[0]]]);
  });

  it('says so where the must-haves alone are too many, with the pages they need', () => {
    const planned = plan([full(0, [block(0, 900), block(1, 900), block(2, 900), block(3, 10, 1)])], ROOM, 2, inColumns);
    expect(planned.fits).toBe(false);
    expect(planned.pages).toHaveLength(3);
  });

  it('keeps to the budget whenever the must-haves do, and loses nothing that must stay', () => {
    fc.assert(
      fc.property(anySections, fc.integer({ min: 1, max: 3 }), (sections, budget) => {
        const planned = plan(sections, ROOM, budget, inColumns);
        const musts = sections
          .map((one) => ({
            ...one,
            blocks: one.blocks.filter(({ priority }) => priority === 0),
            had: one.blocks.length,
          }))
          .filter(({ blocks, had }) => blocks.length > 0 || had === 0);
        expect(planned.fits).toBe(planned.pages.length <= budget);
        if (inColumns.place(musts, ROOM).length <= budget) expect(planned.fits).toBe(true);
        const gone = new Set(leftOutOf(sections, planned));
        const must = sections.flatMap(({ blocks }) => blocks.filter(({ priority }) => priority === 0));
        expect(must.flatMap(({ items }) => items).filter((id) => gone.has(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
