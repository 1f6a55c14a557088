import type { Block, Entry, Lead, Paragraph } from '../../outline/block.ts';
import { bareQuestion, isQuoted, promptStrength, quotedBefore } from '../../outline/prompt.ts';
import { companyOf } from '../../vocabulary/companies.ts';
import { hasLabel, labelOf } from '../../vocabulary/vocabulary.ts';
import { beatLabel, isCanonical } from '../beats.ts';
import { draft, spanning } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { dividedScope } from '../scope.ts';
import { add, take } from '../take.ts';
import { ask, trailingScope } from './ask.ts';
import { openingPrompts, promptSection, titledQuestion } from './opening-prompt.ts';
import {
  amongPrompts,
  certainPrompts,
  countedPrompts,
  isCommand,
  opensSection,
  promptsInRow,
  quotesInRow,
  sentencesIn,
} from './prompt-list.ts';
import { evaluations, linkSolution, sameQuestion } from './question-links.ts';
import { questionTable } from './question-table.ts';
import { answeredInHeading, quotedQuestions } from './quoted-question.ts';

const NEVER = new Set([
  'chrome',
  'faq',
  'follow-up',
  'follow-up-answer',
  'clarifying-question',
  'question-to-ask',
  'reference',
  'related-concept',
  'hint',
  'checklist-item',
  'pitfall',
  'criterion',
  'level-bar',
  'constraint',
]);

/** What an interviewer asks: headings that ask, numbered parts with a prompt, labelled lines, entries of an index, rows of a table. */
export function questions(page: Page): void {
  if (!page.isForum) openingPrompts(page);
  for (const place of page.places) promptSection(page, place);
  const counted = countedPrompts(page.places);
  for (const place of page.places) {
    if (place.role !== 'chrome' && place.role !== 'faq') answeredInHeading(page, place);
    if (NEVER.has(place.role ?? '')) {
      if (place.role !== 'chrome') indexEntries(page, place);
      if (place.role !== 'chrome' && place.role !== 'faq' && place.role !== 'follow-up') quotedList(page, place);
      if (!ASKS_OTHERWISE.has(place.role ?? '') || place.role === 'follow-up')
        for (const block of untaken(page, place))
          if (block.type === 'paragraph' || block.type === 'entry') numbered(page, place, block);
      continue;
    }
    if (place.section.heading && !place.question) fromHeading(page, place);
    if (place.section.entry && place.question) continue;
    const certain = new Set<Block>([...certainPrompts(place), ...quotesInRow(place)]);
    const prompts = new Set([...amongPrompts(place), ...promptsInRow(place)]);
    for (const block of [...untaken(page, place)]) {
      if (
        (block.type === 'entry' || block.type === 'paragraph') &&
        (certain.has(block) || counted.has(block)) &&
        !sameQuestion(page, block.text)
      ) {
        ask(page, place, block, block.text);
        continue;
      }
      if (block.type === 'table') questionTable(page, place, block);
      else if (block.type === 'fence' && /^(?:hint|nudge)/i.test(block.info)) continue;
      else if (block.type === 'fence')
        fromFence(
          page,
          place,
          block.blocks.flatMap((inner) => (inner.type === 'list' ? inner.entries : [inner])),
        );
      else if (block.type === 'paragraph' || block.type === 'entry') fromText(page, place, block, prompts.has(block));
    }
  }
  for (const place of page.places) if (!NEVER.has(place.role ?? '')) quotedQuestions(page, place);
  titledQuestion(page);
  for (const place of page.places) if (!place.question) linkSolution(page, place);
  for (const place of page.places) evaluations(page, place);
}

/** Three lines and more in quotes that surely ask are asked, whatever the heading above speaks of. */
function quotedList(page: Page, place: Place): void {
  const quoted = quotesInRow(place).filter((block) => !page.taken.has(block));
  const sure = quoted.filter(({ text }) => promptStrength(text) >= 2);
  if (quoted.length < 3 || sure.length * 2 < quoted.length || ASKED_BY_CANDIDATE.has(place.role ?? '')) return;
  for (const block of quoted) ask(page, place, block, block.text);
}

const ASKED_BY_CANDIDATE = new Set(['clarifying-question', 'question-to-ask']);

/** Lines that carry company, role and round behind dividers are an index of questions, whatever stands above them. */
function indexEntries(page: Page, place: Place): void {
  for (const block of untaken(page, place)) {
    const [, ...parts] = block.type === 'entry' ? block.text.split(' · ') : [];
    if (block.type === 'entry' && parts.length >= 2 && dividedScope(place.scope, parts))
      ask(page, place, block, block.text);
  }
}

/** "Q5: “…”" asks wherever it stands, but not where questions are the candidate's or the page's own. */
function numbered(page: Page, place: Place, block: Paragraph | Entry): void {
  const { lead } = block;
  const probes = place.role === 'follow-up';
  const dotted = probes ? undefined : DOTTED.exec(block.text)?.[1];
  if (dotted && !place.solved && promptStrength(dotted) >= 2) return void ask(page, place, block, dotted);
  // Among probes only a label in full is a question of its own.
  if (probes && !/^(?:interview )?(?:question|exercise|prompt)\b/i.test(lead?.text ?? '')) return;
  if (
    lead &&
    lead.rest !== '' &&
    !place.solved &&
    (/^(?:q|question)\s?#?\d+$/i.test(lead.text) || (hasLabel('question', lead.text) && promptStrength(lead.rest) >= 2))
  )
    ask(page, place, block, lead.rest);
  else if (place.role === 'faq' && isQuoted(block.text) && promptStrength(block.text) === 3)
    ask(page, place, block, block.text);
}

const ASKS_OTHERWISE = new Set(['chrome', 'follow-up', 'follow-up-answer', 'clarifying-question', 'question-to-ask']);

function fromFence(page: Page, place: Place, blocks: unknown[]): void {
  const entries = blocks.filter((block): block is Entry | Paragraph =>
    ['entry', 'paragraph'].includes((block as Entry).type),
  );
  const asking = entries.filter(({ text }) => promptStrength(text) >= 2).length >= entries.length * 0.6;
  if (asking) for (const entry of entries) fromText(page, place, entry, true);
}

/** A heading that asks, or one that counts a part and stands over its prompt. */
function fromHeading(page: Page, place: Place): void {
  const { heading, section } = place;
  const span = section.heading;
  if (!span || place.beat) return;
  const again = place.solved || place.role === 'worked-example' ? sameQuestion(page, heading) : undefined;
  if (again) {
    place.question = again;
    return;
  }
  const counted =
    place.part !== undefined ||
    isQuoted(heading) ||
    place.parent?.role === 'question' ||
    (section.box && /[?.]$/.test(heading));
  if (
    place.asks &&
    promptStrength(heading) >= (counted && heading.split(' ').length > 2 ? 1 : 2) &&
    !(place.solved && promptStrength(heading) < 3)
  ) {
    const { text, scope } = trailingScope(place, bareQuestion(heading));
    place.question = add(page, { ...draft('question', place, text, span), scope });
    if (place.part !== undefined) page.numbers.set(place.question, place.part);
    page.taken.add(section);
    return;
  }
  if (section.box && !place.ownRole && place.parent?.role === 'question' && !place.solved) {
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
    (prompt.lead && labelOf(prompt.lead.text) && labelOf(prompt.lead.text) !== 'question')
  )
    return;
  const counts =
    page.places.filter(
      (other) => other.parent === place.parent && other.part !== undefined && other.children.length > 0,
    ).length >= 2;
  const named = counts || /^(?:part|question|prompt|scenario|q)\b/i.test(heading);
  const only = /^(?:question|prompt|q)\s*#?\d{1,2}$/i.test(heading);
  if (
    !only &&
    promptStrength(prompt.text) < (named ? 1 : 2) &&
    !(named && page.places.some((other) => other.parent === place))
  )
    return;
  const text = prompt.lead && hasLabel('question', prompt.lead.text) ? prompt.lead.rest : prompt.text;
  const words = isQuoted(text) ? bareQuestion(text) : text;
  const where = only ? prompt : spanning([span, prompt]);
  place.question = add(page, draft('question', place, words, where, { title: heading }));
  page.numbers.set(place.question, place.part);
  page.taken.add(section);
  take(page, prompt);
}

/** "Q3", "Question 2"; a level ("P3") is none. */
const isQuestionLabel = (label: string): boolean =>
  hasLabel('question', label) ||
  (/^(?:\p{L}{2,}|[QF])[ #]*\d+$/iu.test(label) && hasLabel('question', label.replace(/[ #]*\d+$/, '')));

/** "Q3. …", "Question 2 – …" */
const DOTTED = /^(?:Q|Question|Prompt)\s?#?\d*\s*[.)–—-]\s+(.*)$/i;

/** "Dive Deep: Walk me through …", "Amazon: Tell me …": a name of a few words before what is surely asked. */
const isPromptBehindLabel = (place: Place, { text, rest, style }: Lead): boolean =>
  !place.solved &&
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

/** A mark of praise or blame opens a sign of an answer, never a question. */
const MARKED = /^[❌✗✘✖⛔🚫👎✅✔✓👍🟢🔴🚩]/u;

function fromText(page: Page, place: Place, block: Paragraph | Entry, isAmongPrompts: boolean): void {
  const { lead } = block;
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
  if (MARKED.test(block.text)) return;
  if (block.type === 'entry') {
    const divided = block.text.includes(' · ');
    if (
      indexed &&
      (strength > 0 || divided || isAmongPrompts || (!lead?.rest && !/[.;]$/.test(block.text))) &&
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
    place.role === undefined &&
    ((strength === 3 && /\?["”]?$/.test(block.text)) ||
      (strength >= 2 && (isAmongPrompts || opensSection(place, block))))
  )
    ask(page, place, block, block.text);
}
