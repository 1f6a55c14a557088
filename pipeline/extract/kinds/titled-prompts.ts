import type { Entry } from '../../outline/block.ts';
import { promptStrength } from '../../outline/prompt.ts';
import { bandWordIn, levelsIn } from '../../vocabulary/levels.ts';
import { namesScope } from '../../vocabulary/scopes.ts';
import { labelOf } from '../../vocabulary/vocabulary.ts';
import { beatLabel } from '../beats.ts';
import type { Page, Place } from '../page.ts';
import { ask } from './ask.ts';

/** Whom a list addresses there is said already, or what it asks is answered. */
const SAID = new Set([
  'chrome',
  'faq',
  'follow-up',
  'clarifying-question',
  'question-to-ask',
  'checklist-item',
  'hint',
  'pitfall',
  'criterion',
  'level-bar',
]);

/** A title has so many words at most. */
const TITLE = 8;

/** The name that a list gives to what it asks: "**The launch you slowed down.** Tell me about …" */
const titleOf = ({ lead }: Entry): string | undefined =>
  lead?.style === 'strong' &&
  lead.text.split(' ').length <= TITLE &&
  !beatLabel(lead.text) &&
  !labelOf(lead.text) &&
  !isScope(lead.text) &&
  promptStrength(lead.rest) >= 1
    ? lead.text.replace(/[.:]$/, '')
    : undefined;

/** For whom something is asked is no title. */
const isScope = (text: string): boolean =>
  namesScope(text) || bandWordIn(text) !== undefined || levelsIn(text).length > 0;

/** Entries that each ask behind a title of their own, half of them as only an interviewer does, are asked; sections may go on under their titles. */
export function titledPrompts(page: Page, place: Place): void {
  if (place.solved || SAID.has(place.role ?? '')) return;
  for (const block of place.section.blocks) {
    if (block.type !== 'list' || block.entries.length < 2) continue;
    const sure = block.entries.filter(({ lead }) => promptStrength(lead?.rest ?? '') === 3);
    if (sure.length < block.entries.length / 2 || !block.entries.every(titleOf)) continue;
    for (const entry of block.entries) {
      const asked = ask(page, place, entry, entry.lead?.rest ?? '');
      const title = titleOf(entry);
      if (asked && title) asked.fields.title = title;
    }
  }
}
