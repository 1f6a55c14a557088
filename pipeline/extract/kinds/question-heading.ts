import { bareQuestion, endsAsking, isQuoted, promptStrength } from '../../outline/prompt.ts';
import { hasLabel, labelOf } from '../../vocabulary/vocabulary.ts';
import { draft, spanning } from '../draft.ts';
import { countsQuestion, isQuotedPart, withoutCount } from '../heading-asks.ts';
import type { Page, Place } from '../page.ts';
import { PART } from '../parts.ts';
import { add, take } from '../take.ts';
import { trailingScope } from './ask.ts';
import { sameQuestion } from './question-links.ts';

/** "3. Design core components", among numbered headings that do not ask: one step of what the page explains. */
function namesStep({ heading, parent }: Place): boolean {
  if (!/^\d/.test(heading) || endsAsking(heading)) return false;
  const sisters = parent?.children.filter((one) => /^\d/.test(one.heading)) ?? [];
  const asking = sisters.filter((one) => endsAsking(one.heading) || promptStrength(one.heading) >= 2);
  return sisters.length >= 3 && asking.length < sisters.length * 0.5;
}

const NAMED_PART = /^(?:part|question|prompt|scenario|q)\b/i;

/** A heading that asks, or one that counts a part and stands over its prompt. An example is titled by its question, which may be `isWritten` elsewhere. */
export function fromHeading(page: Page, place: Place, isWritten: (question: string) => boolean): void {
  const { heading, section } = place;
  const span = section.heading;
  if (!span || place.beat) return;
  const isTold = place.solved || place.role === 'worked-example' || section.says === 'worked-example';
  const again = isTold ? sameQuestion(page, heading) : undefined;
  if (again) {
    place.question = again;
    return;
  }
  if (section.says === 'worked-example' && promptStrength(heading) >= 2) {
    if (isWritten(bareQuestion(heading))) return;
    place.question = add(page, draft('question', place, bareQuestion(heading), span));
    page.taken.add(section);
    return;
  }
  const counted =
    (place.part !== undefined && !namesStep(place)) ||
    isQuoted(heading) ||
    /^(?:q|question)\s*\d*\s*[.:)]\s/i.test(heading) ||
    place.parent?.role === 'question' ||
    (section.box && /[?.]$/.test(heading));
  const { heading: counting, named: own } = page.counting;
  const isQuote = isQuotedPart(heading, counting);
  if (
    place.asks &&
    (place.amongAsked ||
      isQuote ||
      section.answered === true ||
      countsQuestion(section) ||
      promptStrength(heading) >= (counted && heading.split(' ').length > 2 ? 1 : 2)) &&
    !(place.solved && promptStrength(heading) < 3)
  ) {
    const { text, scope } = trailingScope(place, bareQuestion(isQuote ? withoutCount(heading, counting) : heading));
    place.question = add(page, { ...draft('question', place, text, span), scope });
    if (place.part !== undefined) page.numbers.set(place.question, place.part);
    page.taken.add(section);
    return;
  }
  // A box without a title of its own has its type for one.
  const isTitled = section.box && heading.includes(' ');
  if (isTitled && !section.says && !place.ownRole && place.parent?.role === 'question' && !place.solved) {
    place.question = add(page, draft('question', place, bareQuestion(heading), span));
    page.taken.add(section);
    return;
  }
  if (place.part === undefined || place.solved || (place.ownRole && place.ownRole !== 'question')) return;
  const first = section.blocks.find((block) => !page.taken.has(block));
  const [quoted, ...more] = first?.type === 'quote' ? first.blocks : [];
  const prompt = quoted && more.length === 0 ? quoted : first;
  if (
    prompt?.type !== 'paragraph' ||
    (prompt.lead && labelOf(prompt.lead.text) && labelOf(prompt.lead.text) !== 'question') ||
    (prompt.lead?.style === 'strong' && !labelOf(prompt.lead.text) && promptStrength(prompt.text) === 0)
  )
    return;
  const counts =
    page.places.filter(
      (other) => other.parent === place.parent && other.part !== undefined && other.children.length > 0,
    ).length >= 2;
  const named = counts || (own !== undefined && counting.test(heading)) || NAMED_PART.test(heading);
  // Its sisters ask, and so does what stands here in other words.
  const isSister = counts && NAMED_PART.test(heading) && prompt.lead === undefined;
  const only = /^(?:question|prompt|q)\s*#?\d{1,2}$/i.test(heading);
  if (
    !only &&
    promptStrength(prompt.text) < (named ? 1 : 2) &&
    !(isSister || (named && page.places.some((other) => other.parent === place)))
  )
    return;
  const text = prompt.lead && hasLabel('question', prompt.lead.text) ? prompt.lead.rest : prompt.text;
  const words = isQuoted(text) ? bareQuestion(text) : text;
  const isLabelled = prompt.lead !== undefined && hasLabel('question', prompt.lead.text) && !PART.test(heading);
  const where = only || isLabelled ? prompt : spanning([span, prompt]);
  place.question = add(page, draft('question', place, words, where, { title: heading }));
  page.numbers.set(place.question, place.part);
  page.taken.add(section);
  take(page, prompt);
}
