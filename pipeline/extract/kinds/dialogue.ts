import type { Entry, Paragraph } from '../../outline/block.ts';
import { spanning, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { take } from '../take.ts';
import { addStory } from './story.ts';

/** Who speaks in a dialogue that shows how an answer goes. */
const SPEAKERS: [RegExp, RegExp] = [/^(?:interviewer|panel(?:ist)?)$/i, /^(?:candidate|you|me)$/i];

/** So often each of the two speaks: once, and it is a question with its answer. */
const TURNS = 2;

type Line = Paragraph | Entry;

/** The lines of a section that is headed as an example and holds a dialogue: it is told as a whole. */
export function dialogueIn({ ownRole, section }: Place): Line[] {
  if (ownRole !== 'worked-example') return [];
  const lines = section.blocks
    .flatMap((block) => (block.type === 'quote' ? block.blocks : [block]))
    .flatMap((block): Line[] =>
      block.type === 'list' ? block.entries : block.type === 'paragraph' || block.type === 'entry' ? [block] : [],
    );
  const turns = lines.filter(({ lead }) => lead && SPEAKERS.some((speaker) => speaker.test(lead.text)));
  const isDialogue = SPEAKERS.every(
    (speaker) => turns.filter(({ lead }) => speaker.test(lead?.text ?? '')).length >= TURNS,
  );
  return isDialogue && turns.length >= lines.length * 0.8 ? lines : [];
}

/** A dialogue below the heading of an example is one example, with the words of both. */
export function fromDialogue(page: Page, place: Place): void {
  const lines = dialogueIn(place).filter((line) => !page.taken.has(line));
  if (lines.length === 0) return;
  const heading = place.section.heading ? [place.section.heading] : [];
  const made = addStory(
    page,
    place,
    lines.map(wordsOf).join(' '),
    spanning([...heading, ...lines]),
    [],
    place.heading || undefined,
  );
  if (made) take(page, place.section, ...untaken(page, place));
}
