import { type Block, type Entry, type Paragraph, walkBlocks } from '../../outline/block.ts';
import { bareQuestion, endsAsking, isQuoted, promptStrength } from '../../outline/prompt.ts';
import { beatOf } from '../../vocabulary/vocabulary.ts';
import { labelledIn } from '../metadata.ts';
import type { Place } from '../page.ts';

const COMMANDS =
  /^(?:tell (?:me|us)(?: (?:about|of|how|something))?|tell the story of|describe|walk (?:me|us) through|give (?:me|us)?\s?(?:(?:an?|one|two|three|some) )?(?:\w+ )?examples?|share|talk (?:me|us) through|think of) (?:an?|the|your|one|some\w+|how|what|when|of|yourself)\b/i;

/** Sections whose lists ask something for another reason: an outline's steps, a check before an answer. */
const ASKS_ITSELF = new Set(['answer-outline', 'worked-example', 'guidance', 'overview', 'solution']);

/** "Tell me about a …", "Describe the …": words that only an interviewer opens with. */
export const isCommand = (text: string): boolean => COMMANDS.test(bareQuestion(text));

/** The entries of lists most of which ask something. */
export function amongPrompts(place: Place): Set<Entry> {
  const found = new Set<Entry>();
  const least = place.role === 'question' ? 1 : 2;
  for (const block of walkBlocks(place.section.blocks))
    if (
      block.type === 'list' &&
      block.entries.filter(({ text }) => promptStrength(text) >= least).length >= block.entries.length * 0.6
    )
      for (const entry of block.entries) found.add(entry);
  return found;
}

/** Short entries of a list most of whose entries surely ask ask, too: "Share one of your trips with us." */
export function amongSure(place: Place): Set<Block> {
  const found = new Set<Block>();
  if (place.role !== undefined && place.role !== 'question') return found;
  for (const block of place.section.blocks) {
    if (block.type !== 'list' || block.entries.length < 4) continue;
    const sure = block.entries.filter(({ text }) => promptStrength(text) === 3);
    if (sure.length < block.entries.length * 0.6) continue;
    for (const entry of block.entries)
      if (!entry.lead?.rest && entry.text.length < 200 && entry.checked === undefined) found.add(entry);
  }
  return found;
}

/** The entries of a list of boxes most of which surely ask somebody: what is ticked off there are questions that were practised. */
export function tickedPrompts(place: Place): Set<Block> {
  const found = new Set<Block>();
  for (const block of place.section.blocks) {
    if (block.type !== 'list' || block.entries.length < 3) continue;
    const asking = block.entries.filter(({ text, checked }) => checked !== undefined && promptStrength(text) >= 2);
    if (asking.length < block.entries.length * 0.6) continue;
    for (const entry of block.entries) if (promptStrength(entry.text) >= 1) found.add(entry);
  }
  return found;
}

/** "Why did it slow down? The index was gone.": asked and answered in one line. */
const ANSWERED = /^(?:why|what|how|who|when|where)\b[^?]{4,120}\?\s+\p{Lu}[^?]*[.!]$/iu;

/** So many lines are counted through where a page counts its questions. */
const COUNTED = 4;

/**
 * The entries that a page counts from one on, also where sections and answers stand between them, where most of them ask: "12. A pod
 * restarts every ten minutes" is asked like those around it.
 */
export function countedPrompts(places: readonly Place[]): Set<Block> {
  const entries = places
    .flatMap(({ section, role }) => (NOT_COUNTED.has(role ?? '') ? [] : section.blocks))
    .flatMap((block) => (block.type === 'list' && block.ordered ? block.entries : []))
    .sort((a, b) => a.startLine - b.startLine);
  const found = new Set<Block>();
  let run: Entry[] = [];
  const flush = () => {
    const asking = run.filter(
      ({ text, lead }) => promptStrength(text) >= 1 && !(lead?.rest && beatOf(lead.text)) && !ANSWERED.test(text),
    ).length;
    if (run.length >= COUNTED && asking >= run.length * 0.6)
      for (const entry of run) if (!namesQuestions(entry)) found.add(entry);
    run = [];
  };
  for (const entry of entries) {
    if (entry.written !== (run.at(-1)?.written ?? 0) + 1) flush();
    if (run.length > 0 || entry.written === 1) run.push(entry);
  }
  flush();
  return found;
}

/** A topic or a scenario over a list of questions. */
export const namesQuestions = (entry: Entry): boolean =>
  promptStrength(entry.text) < 2 &&
  entry.blocks.some(
    (list) =>
      list.type === 'list' &&
      list.entries.length >= 2 &&
      list.entries.filter(({ text }) => promptStrength(text) >= 2).length >= list.entries.length * 0.6,
  );

/** Where what is counted is asked by somebody else, or not at all. */
const NOT_COUNTED = new Set([
  'chrome',
  'faq',
  'clarifying-question',
  'question-to-ask',
  'follow-up',
  'answer-outline',
  'checklist-item',
  'criterion',
  'pitfall',
]);

/**
 * The entries of a list, or of a series of numbered lines with text between them, that only an interviewer says: they are asked whatever the
 * heading above speaks of. Below a heading of advice, of a story or of an outline some of them must say "Tell me", "Describe a" or the like.
 */
export function certainPrompts(place: Place): Set<Block> {
  const lists = place.section.blocks.filter((block) => block.type === 'list');
  const numbered = lists.filter(({ ordered }) => ordered).flatMap(({ entries }) => entries);
  const found = new Set<Block>();
  if (place.role === undefined || place.role === 'question')
    for (const { asks, entries } of lists)
      for (const entry of asks ? entries : []) if (!entry.lead?.rest && /\?["”]?$/.test(entry.text)) found.add(entry);
  for (const entries of [...lists.map((list) => list.entries), numbered]) {
    if (entries.length < 2) continue;
    const asking = entries.filter(({ text, checked }) => checked === undefined && promptStrength(text) >= 2);
    const asks = new Set(asking);
    const certain = asking.filter(({ text }) => promptStrength(text) === 3);
    const commands = certain.filter(({ text }) => isCommand(text));
    const least = ASKS_ITSELF.has(place.ownRole ?? '') ? entries.length * 0.25 : entries.length >= 3 ? 0.5 : 1;
    if (asking.length >= entries.length * 0.6 && certain.length * 2 >= asking.length && commands.length >= least)
      for (const entry of entries) if (asks.has(entry) || /\?["”]?$/.test(entry.text)) found.add(entry);
  }
  return found;
}

/** Lines that are wholly in quotes and stand one below the other, where one of them surely asks. */
export function quotesInRow({ section: { blocks } }: Place): Paragraph[] {
  const found: Paragraph[] = [];
  let run: Paragraph[] = [];
  const flush = () => {
    if (run.length >= 2 && run.some(({ text }) => promptStrength(text) >= 1)) found.push(...run);
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.text.length < 240 && isQuoted(block.text) && asksOrOrders(block.text))
      run.push(block);
    else flush();
  }
  flush();
  return found;
}

const asksOrOrders = (text: string): boolean => /\?\W*$/.test(text) || promptStrength(text) >= 1;

/** Paragraphs that stand one below the other and ask in one or two sentences each. */
export function promptsInRow(place: Place): Paragraph[] {
  const asks = (block: Block | undefined): boolean =>
    block?.type === 'paragraph' &&
    sentencesIn(block.text) <= 2 &&
    block.text.length < 240 &&
    promptStrength(block.text) >= 2 &&
    !block.lead?.rest;
  const { blocks } = place.section;
  const lines = blocks.filter((block): block is Paragraph => block.type === 'paragraph');
  const short = lines.filter(({ text, lead }) => endsAsking(text) && text.length < 240 && !lead?.rest);
  if (short.length >= 4 && short.length >= lines.length * 0.7 && short.some(({ text }) => promptStrength(text) >= 2))
    return short;
  const orders = blocks.filter((block) => asks(block) && block.type === 'paragraph' && isCommand(block.text));
  return blocks.filter(
    (block, i): block is Paragraph =>
      asks(block) && (asks(blocks[i - 1]) || asks(blocks[i + 1]) || (orders.length >= 2 && orders.includes(block))),
  );
}

export const sentencesIn = (text: string): number => text.split(/[.!?]["”]?\s+(?=\p{Lu})/u).length;

const ABOUT_A_PROMPT =
  /["”']?\s(?:is|are|means|asks|tests|comes|shows|invites?)\s(?:an?|the|one|for|how|what|up|among|often|usually)\b/i;

/** A prompt that stands alone at the top of its section asks, also without a question mark; a sentence about a prompt does not. */
export const opensSection = (place: Place, block: Paragraph): boolean =>
  place.section.heading !== undefined &&
  place.section.blocks.find((one) => one.type !== 'divider' && !isHeader(one)) === block &&
  isCommand(block.text) &&
  !ABOUT_A_PROMPT.test(block.text);

/** "Company: Google": a line that says for whom all below it is. */
const isHeader = (block: Block): boolean => block.type === 'paragraph' && labelledIn(block).length > 0;
