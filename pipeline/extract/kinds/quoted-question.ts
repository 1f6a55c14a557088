import type { Entry, Paragraph } from '../../outline/block.ts';
import { isQuoted, promptStrength, quotedBefore } from '../../outline/prompt.ts';
import { hasLabel } from '../../vocabulary/vocabulary.ts';
import { draft } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, take } from '../take.ts';
import { sameQuestion } from './question-links.ts';

const QUOTED = /["“„«]([^"“”„«»]{6,240})["”»]/gu;

/** Words before a quotation that say it was asked, told as something that happened or that comes again and again. */
const WAS_ASKED =
  /\b(?:asked(?! (?:to|for)\b)|asks(?! (?:to|for|them|him|her)\b)|(?:i|we)(?: also| then| just)? got|got asked|opened (?:with|by asking)|opens with|started (?:off )?with|starts with|kicked off with|led with|closed with|ended with|went with|threw|hit me with|got me with|(?:sank|killed|threw|stumped|surprised|floored|caught|tripped|got|ruined) (?:me|us)\b|(?:opener|question|prompt|one|classic|favou?rite|follow-up) (?:\p{L}+ ){0,6}(?:is|was|were|goes|went|were these)|(?:opener|question|prompt|favou?rite|classic|round|one)\b[^.?!"“]{0,60}:)[^.?!"“]{0,60}$/iu;
/** Words before a quotation that make it something a candidate is to say or ask, or that is only supposed. */
const SUPPOSED =
  /\b(?:if|when(?:ever)?|unless|say|saying|reply|answer(?:ed)? with|ask(?:ing)? (?:them|the|your|her|him|whether|back)|you (?:can|could|may|might|should) ask|i asked|we asked them|instead of|as in)\b[^.?!"“]{0,80}$/iu;

/** Words right before a quotation that say it was not asked in these words; "not just" says that it was. */
const DENIED =
  /\b(?:rarely|never|seldom|hardly|not|isn[’']t|wasn[’']t)(?! (?:just|only|merely|simply|once|surprisingly|least)\b)(?: \p{L}+)?\s*$/iu;

/** How far before a quotation the words may stand that introduce it, in characters. */
const REACH = 200;

/** Sections whose quotations are part of what they tell, advise or weigh. */
const TELLS = new Set(['guidance', 'worked-example', 'pitfall', 'criterion', 'checklist-item', 'hint', 'level-bar']);

const ANSWERS =
  /^(?:\d{1,2}[.)]\s+)?(?:how (?:to|do you|should you|i) (?:answer|respond to|reply to|tackle|approach)|answering|responding to)(?: the (?:interview )?question)?:?\s+(?:["“„«]([^"”»“]+)["”»]|(\p{Lu}.+?\?|(?:tell|describe|walk|give|why|what)\b[^():]+))/iu;

/** "How to answer “Tell me about yourself”": a heading that names the question of all below it; it asks where no line of the page `isWritten` as that. */
export function answeredInHeading(
  page: Page,
  place: Place,
  isWritten: (question: string) => boolean = () => false,
): void {
  const [, quoted, bare] = ANSWERS.exec(place.heading) ?? [];
  const asked = (quoted ?? bare)?.trim();
  if (!asked || !place.section.heading || promptStrength(asked) < (quoted ? 2 : 3) || isWritten(asked)) return;
  place.question ??= sameQuestion(page, asked) ?? add(page, draft('question', place, asked, place.section.heading));
}

/** Questions that stand in a sentence, quoted as asked, and those that a label says a story is for. */
export function quotedQuestions(page: Page, place: Place): void {
  for (const block of [...untaken(page, place)]) {
    if (block.type !== 'paragraph' && block.type !== 'entry') continue;
    const { lead } = block;
    if (lead && lead.rest !== '' && hasLabel('works-for', lead.text)) servedBy(page, place, block, lead.rest);
    else if (!TELLS.has(place.ownRole ?? '') && !place.beat && !place.solved) askedIn(page, place, block);
    const before = block.type === 'paragraph' && !page.taken.has(block) ? quotedBefore(block.text) : undefined;
    if (before && !sameQuestion(page, before)) add(page, draft('question', place, before, block));
  }
}

/** "Works for: “…” and “…”": each quotation, or each part between semicolons that asks. */
function servedBy(page: Page, place: Place, block: Paragraph | Entry, words: string): void {
  const quoted = [...words.matchAll(QUOTED)].map(([, text = '']) => text);
  const parts = quoted.length > 0 ? quoted : words.split(/\s*[;/|]\s+/).filter((part) => promptStrength(part) === 3);
  const asked = parts.filter((text) => promptStrength(text) >= 1);
  if (asked.length === 0) return;
  take(page, block);
  for (const text of asked) add(page, draft('question', place, text, block));
}

function askedIn(page: Page, place: Place, block: Paragraph | Entry): void {
  if (isQuoted(block.text) || (block.type === 'entry' && block.blocks.length > 0)) return;
  const asked: string[] = [];
  let end = -1;
  for (const { 0: quotation, 1: text = '', index } of block.text.matchAll(QUOTED)) {
    const before = block.text.slice(Math.max(0, index - REACH), index);
    const goesOn =
      end >= 0 && /^[,;\s]*(?:(?:and|or|then|followed by|plus)\b[,\s]*)*$/i.test(block.text.slice(end, index));
    if (
      index > 0 &&
      promptStrength(text) >= 2 &&
      (goesOn || (WAS_ASKED.test(before) && !SUPPOSED.test(before) && !DENIED.test(before)))
    ) {
      asked.push(text);
      end = index + quotation.length;
    }
  }
  const fresh = asked.filter((text) => !sameQuestion(page, text));
  if (fresh.length === 0) return;
  take(page, block);
  for (const text of fresh) add(page, draft('question', place, text, block));
}
