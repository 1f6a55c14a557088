import type { Pause } from '../../model/item.ts';
import { type Block, walkBlocks } from '../../outline/block.ts';
import { normalise } from '../../vocabulary/normalise.ts';
import { columnIs, pauseOf } from '../../vocabulary/vocabulary.ts';
import { advisesBeforeAnswer } from '../before-answer.ts';
import { draft, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, addBlock, take } from '../take.ts';
import { labelOfText } from './constraint.ts';

/** Something to tick: entries below a checklist's heading or one that names a moment, and boxes wherever they stand. */
export function checklistItems(page: Page): void {
  const boxed = page.places.filter(({ section }) => [...walkBlocks(section.blocks)].some(isBoxed)).length >= 2;
  for (const place of page.places) {
    if (place.role === 'chrome') continue;
    const pause = momentOf(place);
    const listed =
      place.role === 'checklist-item' ||
      (pause !== undefined &&
        !(place.solved && advisesBeforeAnswer(place.section)) &&
        (place.role === undefined ||
          place.role === 'guidance' ||
          place.role === 'overview' ||
          place.role === 'question') &&
        momentAlone(place.heading));
    const blocks = [...untaken(page, place)];
    if (boxed && pause === 'in-the-room' && place.role !== 'checklist-item' && !blocks.some(isBoxed)) continue;
    const hasEntries = blocks.some((block) => block.type === 'entry');
    for (const block of blocks) {
      if (block.type === 'entry' && block.text !== '' && (listed || block.checked !== undefined))
        addItem(page, place, block, pause);
      else if (block.type === 'table' && listed) {
        const at = block.header.cells.findIndex((cell) => !columnIs('checklist', cell));
        take(page, block);
        for (const row of block.rows)
          if (row.cells[at]) add(page, draft('checklist-item', place, wordsOf(row), row, fieldsOf(place, pause)));
      } else if (
        block.type === 'paragraph' &&
        listed &&
        !hasEntries &&
        place.ownRole === 'checklist-item' &&
        block.text.length < 160 &&
        place.section.blocks.length > 2
      )
        addItem(page, place, block, pause);
    }
  }
}

const isBoxed = (block: Block): boolean => block.type === 'entry' && block.checked !== undefined;

const fieldsOf = (place: Place, pause: Pause | undefined) => ({
  ...(place.heading ? { checklist: place.heading } : {}),
  ...(pause ? { pause } : {}),
});

const addItem = (
  page: Page,
  place: Place,
  block: Extract<Parameters<typeof addBlock>[3], { type: 'entry' | 'paragraph' }>,
  pause: Pause | undefined,
) => addBlock(page, 'checklist-item', place, block, { ...labelOfText(block), ...fieldsOf(place, pause) });

/** A heading that names a moment and hardly anything else: "The night before", "On the morning of the interview". */
const momentAlone = (heading: string): boolean => {
  const words = normalise(heading).split(' ');
  return (
    pauseOf(heading) !== undefined &&
    (words.length <= 4 ||
      (words.length <= 7 &&
        /^(?:the|on|before|in|after|during|one|a)\b/i.test(heading) &&
        !/\b(?:apply|habits|questions)\b/i.test(heading)))
  );
};

/** The moment that the nearest heading names. */
function momentOf(place: Place): Pause | undefined {
  for (let at: Place | undefined = place; at; at = at.parent) {
    const pause = pauseOf(at.heading);
    if (pause) return pause;
  }
  return undefined;
}
