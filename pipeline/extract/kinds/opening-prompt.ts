import type { Paragraph } from '../../outline/block.ts';
import { promptStrength } from '../../outline/prompt.ts';
import { companyOf } from '../../vocabulary/companies.ts';
import { type Draft, draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { labelledIn } from '../metadata.ts';
import type { Page, Place } from '../page.ts';
import { sentencesOf } from '../sentences.ts';
import { add, take } from '../take.ts';

/** So many sentences open a page with prompts; more of them tell something. */
const MOST = 8;

/** A page that opens with what is asked, one prompt a sentence: at its very top, or below its title and header where no part asks. */
export function openingPrompts(page: Page): void {
  const place = page.places.find(({ section }) => section.blocks.length > 0);
  const first = place?.section.blocks.find((block) => block.type !== 'paragraph' || labelledIn(block).length === 0);
  if (!place || first?.type !== 'paragraph' || first.lead?.style === 'strong') return;
  const isTop = !place.section.heading;
  if (!isTop && asksByTitle(page, place, first)) return;
  if (!isTop && (place.section.depth > 1 || place.section.blocks[0] === first || page.places.some(isPart))) return;
  const company = first.lead && companyOf(first.lead.text);
  const sentences = sentencesOf(company && first.lead ? first.lead.rest : first.text, MOST);
  // Below a title that asks, what only goes on asking belongs to the one prompt.
  const opens = (one: string) =>
    promptStrength(one) >= 2 && (isTop || COMMANDS.test(one) || !(place.asks || REFERS.test(one)));
  const asking = sentences.filter(opens).length;
  if (sentences.length > MOST || asking < Math.max(isTop ? 1 : 2, sentences.length * 0.5)) return;
  take(page, first);
  const scope = company ? { ...place.scope, companies: [company] } : place.scope;
  let [before, current]: [string, Draft<'question'> | undefined] = ['', undefined];
  let count = 0;
  for (const sentence of sentences) {
    if (opens(sentence)) {
      current = add(page, { ...draft('question', place, `${before} ${sentence}`.trim(), first), scope });
      // A solution below counts them: "Question 2 — …".
      page.numbers.set(current, ++count);
      before = '';
    } else if (current) current.text = `${current.text} ${sentence}`;
    else before = `${before} ${sentence}`;
  }
  const next = place.section.blocks[place.section.blocks.indexOf(first) + 1];
  const goesOn = isTop && next?.type === 'paragraph' && !next.lead && promptStrength(next.text) >= 2;
  if (!goesOn || page.places.some(isPart)) return;
  take(page, next);
  add(page, { ...draft('question', place, next.text, next), scope });
}

/** Below a title that asks and a header that names a round or a difficulty, the prompt in full: one question, and the title is its own. */
function asksByTitle(page: Page, place: Place, first: Paragraph): boolean {
  const { heading, depth, blocks } = place.section;
  const { rounds, difficulty } = place.scope;
  const isHeaded = blocks[0] !== first && (rounds.length > 0 || difficulty !== undefined);
  if (!heading || depth > 1 || !place.asks || !isHeaded || page.places.some(isPart)) return false;
  const sentences = sentencesOf(first.text, MOST);
  const orders = sentences.filter((one) => COMMANDS.test(one)).length;
  if (sentences.length > MOST || orders > 1 || promptStrength(sentences[0] ?? '') < 2) return false;
  place.question = add(
    page,
    draft('question', place, first.text, spanning([heading, first]), { title: place.heading }),
  );
  take(page, first, place.section);
  return true;
}

/** A question about what the one before it speaks of. */
const REFERS = /\b(?:it|its|them|they|this|those)\b/i;

/** A sentence that begins a prompt of its own, whatever it speaks of. */
const COMMANDS = /^(?:tell|describe|walk|give|share|talk|explain)\b/i;

const isPart = ({ part, solved }: Place): boolean => part !== undefined && !solved;

/** So long is what a page describes as its scenario, in characters. */
const SCENARIO = 80;

/** A page whose header names a round or a difficulty asks one thing, by its title and what stands below the header, where nothing else on it asks. */
export function titledQuestion(page: Page): void {
  const { rounds, difficulty } = page.root.scope;
  const isAsked = page.drafts.some(
    (one) => one.kind === 'question' && (one.place.role !== 'question' || one.place.question === one),
  );
  const [place] = page.root.children;
  const heading = place?.section.heading;
  if (isAsked || !place || !heading || place.role || (rounds.length === 0 && !difficulty)) return;
  const first = place.section.blocks.find(
    (block) => block.type === 'paragraph' && labelledIn(block).length === 0 && block.text.length > SCENARIO,
  );
  if (first?.type !== 'paragraph' || page.taken.has(first)) return;
  place.question = add(
    page,
    draft('question', place, first.text, spanning([heading, first]), { title: place.heading }),
  );
  take(page, first, place.section);
}

/** "The prompt", "The question as it was asked": a heading that names one prompt, which is what stands below it. */
const NAMES_PROMPT =
  /^(?:the |your |sample |example |interview |original )?(?:prompt|question|task|assignment|exercise|problem|brief|case)(?:,? (?:as|that|which|in|you|i|we|given|from)\b.*)?$/i;

/** A section that is named as the prompt asks with its first paragraph or quotation, also where the page is one long solution. */
export function promptSection(page: Page, place: Place): void {
  const { heading } = place.section;
  if (!heading || place.section.label || place.question || place.beat || !NAMES_PROMPT.test(heading.text)) return;
  if (page.places.some(isPart)) return;
  const first = place.section.blocks.find((block) => block.type !== 'divider');
  if (!first || page.taken.has(first)) return;
  const told = first.type === 'quote' ? first.blocks : [first];
  const isProse = told.every((block): block is Paragraph => block.type === 'paragraph');
  const text = told.map(wordsOf).join(' ');
  if (!isProse || text.length < 20 || text.length > 1200) return;
  place.question = add(page, draft('question', place, text, wholeSpan(first)));
  take(page, first);
}
