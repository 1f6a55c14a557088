import type { PackKind } from '../kind.ts';
import { oneFrame, timeBar } from '../shared/time-bar.ts';

/** Rows of the story matrix: so many must stay, the others leave before anything that is printed does. */
const ROWS = { must: 6, most: 12 };

export const cheatSheet: PackKind = {
  name: 'cheat-sheet',
  budget: 2,
  sheet: { margin: 8, gap: 4, columns: 2, type: [9, 8.5] },
  sections: {
    focus: { kinds: ['company-focus'], limit: 1, musts: 1, priority: 1, borrows: false },
    frame: { kinds: ['time-budget'], limit: 40, priority: 2, step: 0, borrows: true, shape: oneFrame },
    bar: { kinds: ['level-bar'], limit: 7, musts: 1, priority: 3, step: 4, borrows: true },
    questions: {
      kinds: ['question'],
      limit: 12,
      musts: 1,
      priority: 2,
      step: 6,
      merit: (item) => Number(item.kind === 'question' && item.evaluates !== undefined),
      attach: { kinds: ['criterion'], limit: 4, priority: 12, step: 8 },
      borrows: true,
    },
    pitfalls: {
      kinds: ['pitfall'],
      limit: 10,
      musts: 0,
      priority: 3,
      step: 5,
      takes: (item) => item.kind === 'pitfall' && item.weak !== undefined && item.strong !== undefined,
      borrows: true,
    },
    example: { kinds: ['worked-example'], limit: 1, priority: 9, borrows: true },
    clarifying: { kinds: ['clarifying-question'], limit: 8, priority: 5, step: 6, borrows: true },
    probes: {
      kinds: ['follow-up'],
      limit: 6,
      priority: 6,
      step: 7,
      merit: (item) => Number(item.kind === 'follow-up' && item.answer !== undefined),
      borrows: true,
    },
  },
  view: (pack, sections, words) => ({
    bar: timeBar(pack.sections.frame ?? [], words, 190),
    frameIds: sections.frame?.map(({ ids }) => ids).join(' ') ?? '',
    rows: Array.from({ length: ROWS.most }, (_, row) => ({ priority: row < ROWS.must ? 0 : 100 + row })),
  }),
};
