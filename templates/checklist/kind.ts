import type { Pause } from '../../pipeline/model/item.ts';
import type { PackKind, SectionRule } from '../kind.ts';
import { inSourceOrder } from '../shared/order.ts';

/** Lines to tick at one pause point: nine at most, so that it is done in a minute. */
const pausePoint = (pause: Pause, { musts = 0, borrows = false } = {}): SectionRule => ({
  kinds: ['checklist-item'],
  limit: 9,
  musts,
  priority: 1,
  step: 1,
  takes: (item) => item.kind === 'checklist-item' && item.pause === pause,
  borrows,
  shape: inSourceOrder,
});

export const checklist: PackKind = {
  name: 'checklist',
  budget: 1,
  sheet: { margin: 14, gap: 7, columns: 2, type: [11.5, 10] },
  sections: {
    'week-before': pausePoint('week-before'),
    'night-before': pausePoint('night-before'),
    'hour-before': pausePoint('hour-before'),
    'before-answer': pausePoint('before-answer', { musts: 1, borrows: true }),
    'in-the-room': pausePoint('in-the-room'),
    after: pausePoint('after'),
  },
  view: (_pack, sections, { pauses }) => ({
    pauses: Object.entries(sections)
      .filter(([, items]) => items.length > 0)
      .map(([pause, items]) => ({ pause, title: pauses[pause as Pause], items })),
  }),
};
