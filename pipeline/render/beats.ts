import type { Item } from '../model/item.ts';
import { capital } from './wording.ts';

/** A part of a story or an answer by the name that it is printed under. */
export type ShownBeat = { name: string; text: string; startLine: number };

/** A label before what it names: a few words, no single letter, no end of a sentence inside, a colon or dash after it. */
const LABEL = /^["“'‘«„]?\s*(?<name>[\p{L}\p{N}][^.!?:;"“”]{1,39}?)[\s:·|—–-]*$/u;

/**
 * The parts that an item is told in. A story's beats have one name where they mean the same; what is printed is the word
 * that its source has there ("Lesson", "Context"), as far as the item's text shows it right before the beat.
 */
export function shownBeats(item: Item): ShownBeat[] {
  if (item.kind === 'answer-outline')
    return item.steps.map(({ name, text = '', startLine }) => ({ name: capital(name), text, startLine }));
  if (item.kind !== 'worked-example') return [];
  let end = 0;
  return item.beats.map(({ name, text, startLine }) => {
    const start = item.text.indexOf(text, end);
    const label = start < 0 ? undefined : LABEL.exec(item.text.slice(end, start))?.groups?.name;
    end = start < 0 ? end : start + text.length;
    return { name: capital(label ?? name), text, startLine };
  });
}
