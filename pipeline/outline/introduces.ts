import { cuesIn, SURE } from '../vocabulary/cues.ts';
import { type Role, roleOfHeading } from '../vocabulary/vocabulary.ts';
import type { List } from './block.ts';
import { isPrompt } from './prompt.ts';

const lastSentence = (text: string): string => text.split(/[.!?]\s+/).at(-1) ?? text;
const lastTwo = (text: string): string =>
  text
    .split(/(?<=[.!?])\s+/)
    .slice(-2)
    .join(' ');

/** What a paragraph says of the list below it: its last sentence, or the last two where no colon leads on. */
export const saidOfList = (text: string): string =>
  text.length <= 110 ? text.replace(/:$/, '') : /:$/.test(text) ? lastSentence(text).replace(/:$/, '') : lastTwo(text);

/** Whether a paragraph says what the list below it holds, as a heading would. `isNamed`: a heading has said it already. */
export function introduces(text: string, list: List, isNamed: boolean): boolean {
  const isLabel = /:$/.test(text);
  if (isLabel && text.length < (isNamed ? 60 : 110) && !/[.!?]\s/.test(text) && (roleOfHeading(text)?.score ?? 0) >= 3)
    return true;
  if (isNamed) return false;
  return isLabel ? hints(text) || asksBelow(text, list) : bringsQuestions(text, list);
}

/** A heading whose words hint at who asks what stands below it. */
export const saysWhoAsks = (heading: string): boolean => {
  const cues = cuesIn(heading);
  return ASKING.some((role) => (cues.get(role) ?? 0) >= SURE);
};

const ASKING: readonly Role[] = ['clarifying-question', 'question-to-ask', 'follow-up'];

/** "Ex bar raiser here. Things that separated the yes from the no:" */
const hints = (text: string): boolean => Math.max(0, ...cuesIn(lastSentence(text)).values()) >= SURE;

/** "Two engineers, 60 minutes. Questions that members remember:" over a list in which some ask. */
const asksBelow = (text: string, { entries }: List): boolean =>
  /\b(?:questions?|prompts?|asked|asks?)\b/i.test(lastSentence(text)) &&
  entries.filter(({ text: entry }) => isPrompt(entry, 1)).length * 2 >= entries.length;

/** "And do bring questions for Daniel! People have asked him things like" over a list in which all ask. */
const bringsQuestions = (text: string, { entries }: List): boolean =>
  (cuesIn(lastTwo(text)).get('question-to-ask') ?? 0) >= SURE &&
  entries.every(({ text: entry }) => /\?\W*$/.test(entry));
