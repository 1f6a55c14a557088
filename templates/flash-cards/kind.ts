import type { PackKind } from '../kind.ts';
import { imposed } from './arrangement.ts';

/** Cards to cut out: the question in front, what it evaluates and how an answer goes behind. */
export const flashCards: PackKind = {
  name: 'flash-cards',
  budget: 6,
  sheet: { margin: 8, gap: 0, columns: 2, type: [9.5, 8.6] },
  sections: {
    questions: {
      kinds: ['question'],
      limit: 23,
      musts: 1,
      priority: 1,
      step: 1,
      whole: (item) => 'evaluates' in item,
      attach: { kinds: ['worked-example', 'answer-outline', 'criterion'], limit: 6, priority: 100, step: 1 },
      borrows: true,
    },
  },
  arrangement: imposed,
};
