import type { Block } from '../../outline/block.ts';
import { labelOf, metadataOf } from '../../vocabulary/vocabulary.ts';
import { inlineBeats } from '../beats.ts';
import { spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { URGES } from '../shape.ts';
import { take } from '../take.ts';
import { addStory } from './story.ts';

/** So many questions with text below them make a page that answers what it asks. */
const MANY = 3;
/** What is shorter answers nothing, in characters. */
const SHORTEST = 40;

/** On a page that answers its questions below their headings, what stands below each is its answer. */
export function answersBelow(page: Page): void {
  const asked = page.places.filter(
    (place) => place.question && place.asks && !place.solved && page.taken.has(place.section),
  );
  const answered = asked.flatMap((place) => {
    const blocks = answerOf(page, place);
    return blocks.length > 0 ? [{ place, blocks }] : [];
  });
  if (answered.length < MANY || answered.length < asked.length * 0.5) return;
  for (const { place, blocks } of answered) {
    if (page.drafts.some((one) => one.kind === 'worked-example' && one.question === place.question)) continue;
    const text = blocks.map(wordsOf).join(' ');
    if (advises(text)) continue;
    const heading = place.section.heading ? [place.section.heading] : [];
    if (
      addStory(page, place, text, spanning([...heading, ...blocks.map(wholeSpan)]), inlineBeats(text, spanning(blocks)))
    )
      take(page, ...blocks);
  }
}

/** Advice to whoever is asked, which tells no answer. */
export const advises = (text: string): boolean =>
  ABOUT.test(text) ||
  (!/\b(?:I|my|we|our)\b/.test(text) &&
    (URGES.test(text) || (text.match(/\byou(?:r|['’](?:re|ve|ll|d))?\b/gi) ?? []).length >= 3));

/** A remark on the question itself. */
const ABOUT = /^(?:asking )?(?:this|the) question (?:can|may|allows|helps|gives|lets|is|shows|reveals|looks|aims)\b/i;

/** The blocks below a question that tell something, none where its section holds something else as well. */
function answerOf(page: Page, place: Place): Block[] {
  if (place.role !== undefined && place.role !== 'question') return [];
  if (place.children.some(({ role, asks }) => role !== undefined || asks)) return [];
  const open = [...untaken(page, place)];
  const rule = open.findIndex(({ type }) => type === 'divider');
  const told = (rule < 0 ? open : open.slice(0, rule)).filter(
    (block) =>
      !isLabelled(block) && block.type !== 'table' && !(block.type === 'paragraph' && saysWhatToShow(block.text)),
  );
  const says = told
    .filter(({ type }) => place.section.box || type === 'paragraph')
    .map(wordsOf)
    .join(' ');
  return says.length >= SHORTEST ? told : [];
}

/** "Look for …", "The candidate should …": what an answer shows, and none itself. */
const SHOWS =
  /^(?:look|listen|watch) (?:out )?for\b|^(?:the|an?) (?:(?:ideal|strong|good|great|best|excellent|right) )?(?:candidate|interviewee|applicant|answer|response)s? (?:should|will|would|needs? to|must|may|might|can)\b|^this question (?:tests|assesses|evaluates|measures|gauges|probes)\b/i;

/** Lines below a question that say what an answer should show. */
export const saysWhatToShow = (text: string): boolean => SHOWS.test(text);

const isLabelled = (block: Block): boolean =>
  (block.type === 'paragraph' || block.type === 'entry') &&
  block.lead !== undefined &&
  (labelOf(block.lead.text) !== undefined || metadataOf(block.lead.text) !== undefined);
