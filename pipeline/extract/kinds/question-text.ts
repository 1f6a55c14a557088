import type { Entry, Lead, Paragraph } from '../../outline/block.ts';
import { endsAsking, isQuoted, promptStrength, quotedBefore } from '../../outline/prompt.ts';
import { companyOf } from '../../vocabulary/companies.ts';
import { hasLabel, labelOf } from '../../vocabulary/vocabulary.ts';
import { beatLabel, isCanonical } from '../beats.ts';
import type { Page, Place } from '../page.ts';
import { dividedScope } from '../scope.ts';
import { ask } from './ask.ts';
import { isCommand, namesQuestions, opensSection, sentencesIn } from './prompt-list.ts';

/** "Q3", "Question 2"; a level ("P3") is none. */
const isQuestionLabel = (label: string): boolean =>
  hasLabel('question', label.replace(/\s*\([^()]*\)$/, '')) ||
  (/^(?:\p{L}{2,}|[QF])[ #]*\d+$/iu.test(label) && hasLabel('question', label.replace(/[ #]*\d+$/, '')));

/** "Q3. …", "Question 2 – …" */
export const DOTTED = /^(?:Q|Question|Prompt)\s?#?\d*\s*[.)–—-]\s+(.*)$/i;

/** "Dive Deep: Walk me through …", "Amazon: Tell me …": a name of a few words before what is surely asked. */
const isPromptBehindLabel = (place: Place, { text, rest, style }: Lead): boolean =>
  !place.solved &&
  (place.role !== 'guidance' || /^["“]|\?\W*$|^\w+ (?:me|us)\b/i.test(rest)) &&
  style === 'plain' &&
  /^["“]?\p{Lu}/u.test(rest) &&
  !isCanonical(beatLabel(text) ?? '') &&
  text.split(' ').length <= 7 &&
  (isCommand(rest) || (promptStrength(rest) === 3 && /\?\W*$/.test(rest))) &&
  sentencesIn(rest) <= 3;

/** A company's name before a prompt says for whom it is. */
function askLabelled(page: Page, place: Place, block: Paragraph | Entry, { text, rest }: Lead): void {
  const company = companyOf(text);
  ask(page, company ? { ...place, scope: { ...place.scope, companies: [company] } } : place, block, rest);
}

/** "then: Who lost something because of it?": what was asked next is a probe. */
export const asksNext = ({ text, rest }: Lead): boolean => /^(?:and )?then$/i.test(text) && endsAsking(rest);

/** A mark of praise or blame opens a sign of an answer, never a question. */
const MARKED = /^[❌✗✘✖⛔🚫👎✅✔✓👍🟢🔴🚩]/u;

/** One line that may ask: by its label, by how surely it is a prompt, and by what stands around it. */
export function fromText(page: Page, place: Place, block: Paragraph | Entry, isAmongPrompts: boolean): void {
  const { lead } = block;
  if (lead && asksNext(lead)) return;
  if (block.type === 'entry' && namesQuestions(block)) return;
  const label = lead && labelOf(lead.text);
  if (lead && !label && isPromptBehindLabel(place, lead)) return void askLabelled(page, place, block, lead);
  if (lead && lead.rest !== '' && isQuestionLabel(lead.text) && !place.solved)
    return void ask(page, place, block, lead.rest);
  if (label && lead.rest !== '' && !hasLabel('question', lead.text)) return;
  const dotted = DOTTED.exec(block.text)?.[1];
  if (dotted && promptStrength(dotted) >= 1) return void ask(page, place, block, dotted);
  if (block.type === 'entry' && lead && lead.rest !== '' && beatLabel(lead.text)) return;
  if (
    block.type === 'paragraph' &&
    lead &&
    isCanonical(beatLabel(lead.text) ?? '') &&
    /\b(?:I|my|we)\b/.test(lead.rest)
  )
    return;
  const saysMore = block.type === 'entry' && lead?.style === 'strong' && lead.rest !== '' && !/\?$/.test(block.text);
  const strength =
    saysMore && (place.role !== 'question' || place.solved) ? 0 : promptStrength(block.text.split(' · ')[0] ?? '');
  const indexed = place.role === 'question';
  const isNamed = place.ownRole === 'question' || place.section.label !== true;
  if (MARKED.test(block.text)) return;
  if (block.type === 'entry') {
    const divided = block.text.includes(' · ');
    if (
      indexed &&
      (strength > 0 || divided || isAmongPrompts || (isNamed && !lead?.rest && !/[.;]$/.test(block.text))) &&
      block.text.length < 400
    )
      return void ask(page, place, block, block.text);
    if (place.solved && !divided) return;
    if (divided && dividedScope(place.scope, block.text.split(' · ').slice(1)))
      return void ask(page, place, block, block.text);
    if (
      place.role === 'guidance' || place.role === 'worked-example' || place.role === 'answer-outline'
        ? strength === 3 && isQuoted(block.text)
        : isAmongPrompts && strength >= (block.checked === undefined ? 2 : 3)
    )
      ask(page, place, block, block.text);
    else if (
      strength === 3 &&
      (/\?["”]?$/.test(block.text) || (isCommand(block.text) && place.scope !== page.root.scope)) &&
      block.checked === undefined &&
      (place.role === undefined || place.role === 'overview' || place.role === 'company-focus')
    )
      ask(page, place, block, block.text);
    return;
  }
  if (place.solved || block.text.length > 420) return;
  const [, ...parts] = block.text.split(' · ');
  if (strength >= 2 && parts.length > 0 && dividedScope(place.scope, parts))
    return void ask(page, place, block, block.text);
  if (page.isForum && !block.bold && !isQuoted(block.text) && !isCommand(block.text)) return;
  if (quotedBefore(block.text)) return;
  const sentences = sentencesIn(block.text);
  const numbered = /^\d{1,2}[.)]\s/.test(block.text);
  if (indexed && strength >= 2 && sentences <= 4) ask(page, place, block, block.text);
  else if (
    strength >= 2 &&
    (block.bold || isQuoted(block.text) || numbered) &&
    (place.role === undefined || place.role === 'overview' || place.role === 'worked-example')
  )
    ask(page, place, block, block.text);
  else if (
    sentences <= 2 &&
    (place.role === undefined || (isAmongPrompts && place.role === 'guidance')) &&
    ((strength === 3 && /\?["”]?$/.test(block.text)) ||
      (isAmongPrompts && strength >= 1) ||
      (strength >= 2 && opensSection(place, block)))
  )
    ask(page, place, block, block.text);
}
