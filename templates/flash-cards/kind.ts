import type { Item } from '../../pipeline/model/item.ts';
import type { Entry } from '../../pipeline/model/pack.ts';
import type { PackKind } from '../kind.ts';
import { nearness } from '../shared/order.ts';
import { imposed } from './arrangement.ts';

/** Three sheets of eight, of which one tells what they are. */
const CARDS = 23;

/**
 * A card with nothing behind is no card; where no question has an answer the questions stand alone. Of those that stand
 * equally near, the ones with an answer come before those that only say what they test.
 */
function answered(ranked: Entry[]): Entry[] {
  const full = ranked.filter(({ item, attached }) => 'evaluates' in item || attached.length > 0);
  const lacking = ({ attached }: Entry) => Number(attached.length === 0);
  const cards = full.length > 0 ? full : [...ranked];
  return cards.sort((a, b) => nearness(a) - nearness(b) || lacking(a) - lacking(b)).slice(0, CARDS);
}

/** The most characters that a card holds of one line, and of a story, which has to come in its beats. */
const MOST = { line: 160, story: 830 };

function isShort(item: Item): boolean {
  if (item.kind !== 'worked-example' && item.kind !== 'answer-outline') return item.text.length <= MOST.line;
  const parts = 'beats' in item ? item.beats : item.steps;
  return parts.length > 0 && item.text.length <= MOST.story;
}

/** Cards to cut out: the question in front, what it evaluates and how an answer goes behind. */
export const flashCards: PackKind = {
  name: 'flash-cards',
  budget: 6,
  sheet: { margin: 8, gap: 0, columns: 2, type: [9.5, 8.6] },
  sections: {
    questions: {
      kinds: ['question'],
      limit: 2 * CARDS,
      musts: 1,
      priority: 1,
      step: 1,
      whole: (item) => 'evaluates' in item,
      attach: {
        kinds: ['answer-outline', 'criterion', 'worked-example'],
        limit: 6,
        priority: 100,
        step: CARDS,
        fits: isShort,
      },
      borrows: true,
      shape: answered,
    },
  },
  arrangement: imposed,
};
