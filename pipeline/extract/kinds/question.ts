import { type Block, type Entry, type Paragraph, walkBlocks } from '../../outline/block.ts';
import { bareQuestion, endsAsking, isQuoted, promptStrength } from '../../outline/prompt.ts';
import { normalise } from '../../vocabulary/normalise.ts';
import { hasLabel } from '../../vocabulary/vocabulary.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { dividedScope } from '../scope.ts';
import { ask } from './ask.ts';
import { dialogueIn } from './dialogue.ts';
import { holdsProbes } from './follow-up.ts';
import { openingPrompts, promptSection, titledQuestion } from './opening-prompt.ts';
import {
  amongPrompts,
  amongSure,
  certainPrompts,
  countedPrompts,
  isCommand,
  namesQuestions,
  promptsInRow,
  quotesInRow,
  tickedPrompts,
} from './prompt-list.ts';
import { fromHeading } from './question-heading.ts';
import { evaluations, linkSolution, sameQuestion } from './question-links.ts';
import { questionTable } from './question-table.ts';
import { DOTTED, fromText } from './question-text.ts';
import { answeredInHeading, quotedQuestions } from './quoted-question.ts';
import { titledPrompts } from './titled-prompts.ts';

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
  for (const place of page.places) {
    promptSection(page, place);
    titledPrompts(page, place);
  }
  const counted = countedPrompts(page.places);
  const isWritten = writtenOn(page);
  for (const place of page.places) {
    if (place.role !== 'chrome' && place.role !== 'faq') answeredInHeading(page, place, isWritten);
    if (NEVER.has(place.role ?? '')) {
      if (place.role !== 'chrome') indexEntries(page, place);
      if (place.role !== 'chrome' && place.role !== 'faq' && place.role !== 'follow-up') quotedList(page, place);
      if (place.role === 'criterion') askedFirst(page, place);
      if (!ASKS_OTHERWISE.has(place.role ?? '') || place.role === 'follow-up')
        for (const block of untaken(page, place))
          if (block.type === 'paragraph' || block.type === 'entry') numbered(page, place, block);
      continue;
    }
    if (dialogueIn(place).length > 0) continue;
    if (place.section.heading && !place.question) fromHeading(page, place, isWritten);
    if (place.question && (place.section.entry || holdsProbes(place))) continue;
    const certain = new Set<Block>([
      ...certainPrompts(place),
      ...quotesInRow(place),
      ...tickedPrompts(place),
      ...amongSure(place),
    ]);
    const isAdvice = place.role === 'guidance' && commandsIn(place) < 2;
    const prompts = new Set<Block>([...amongPrompts(place), ...(isAdvice ? [] : promptsInRow(place))]);
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
  for (const place of page.places) {
    if (NEVER.has(place.role ?? '')) continue;
    nestedQuestions(page, place);
    quotedQuestions(page, place);
  }
  titledQuestion(page);
  for (const place of page.places) if (place.role !== 'chrome' && place.role !== 'faq') answeredInHeading(page, place);
  for (const place of page.places) if (!place.question) linkSolution(page, place);
  for (const place of page.places) evaluations(page, place);
}

/** Whether a line of the page is a question, with its scope behind it or without. */
function writtenOn({ places }: Page): (question: string) => boolean {
  const lines = new Set<string>();
  for (const { section } of places)
    for (const block of walkBlocks(section.blocks))
      if (block.type === 'paragraph' || block.type === 'entry')
        lines.add(normalise(bareQuestion(block.text.slice(0, 300).split(' · ')[0] ?? '')));
  return (question) => lines.has(normalise(question));
}

/** How many paragraphs of a section only an interviewer says. */
const commandsIn = ({ section }: Place): number =>
  section.blocks.filter((block) => block.type === 'paragraph' && isCommand(block.text)).length;

/** Below an entry that asks nothing itself, a topic or a scenario, a list most of whose entries ask is asked. */
function nestedQuestions(page: Page, place: Place): void {
  if (place.solved || (place.role !== undefined && place.role !== 'question')) return;
  const entries = place.section.blocks.flatMap((block) => (block.type === 'list' ? block.entries : []));
  for (const entry of entries.filter((one) => !page.taken.has(one) && namesQuestions(one)))
    for (const list of entry.blocks)
      for (const inner of list.type === 'list' ? list.entries : [])
        if (promptStrength(inner.text) >= 1) ask(page, place, inner, inner.text);
}

/** Three lines and more in quotes that surely ask are asked, whatever the heading above speaks of. */
function quotedList(page: Page, place: Place): void {
  const quoted = quotesInRow(place).filter((block) => !page.taken.has(block));
  const sure = quoted.filter(({ text }) => promptStrength(text) >= 2);
  if (quoted.length < 3 || sure.length * 2 < quoted.length || ASKED_BY_CANDIDATE.has(place.role ?? '')) return;
  for (const block of quoted) ask(page, place, block, block.text);
}

const ASKED_BY_CANDIDATE = new Set(['clarifying-question', 'question-to-ask']);

/** A question over the list of what its answer should show. */
function askedFirst(page: Page, place: Place): void {
  const [first, list] = place.section.blocks;
  const asks = first?.type === 'paragraph' && endsAsking(first.text) && promptStrength(first.text) >= 2;
  if (asks && list?.type === 'list' && !page.taken.has(first)) ask(page, place, first, first.text);
}

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
