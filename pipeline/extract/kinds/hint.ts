import type { Block, Paragraph, Quote } from '../../outline/block.ts';
import { draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { questionAt, questionNumbered } from '../question-at.ts';
import { add, addBlock, take } from '../take.ts';
import { labelled, qualifierOf } from './listed.ts';

const FENCE = /^(?:hint|nudge|tip|clue)s?\b\s*[:.-]?\s*(.*)$/i;

/** "Hint 1: Look for …": what stands in a fence without a name. */
const LABELLED = /^(?:hint|nudge|clue)\s*#?\d*\s*[:.–—-]\s+(.{8,})$/is;

/** A nudge for one question: a code fence named hint, a box, a section or a labelled line. */
export function hints(page: Page): void {
  for (const place of page.places) {
    for (const block of place.section.blocks) {
      if (block.type !== 'fence' || page.taken.has(block) || block.text === '') continue;
      const info = FENCE.exec(block.info);
      const labelled = block.info === '' ? LABELLED.exec(wordsOf(block))?.[1] : undefined;
      if (!info && !labelled) continue;
      const made = addBlock(page, 'hint', place, block, info?.[1] ? { label: info[1] } : {});
      made.text = labelled ?? wordsOf(block);
      link(page, place, made);
    }
    if (place.role === 'hint' && place.section.heading) fromSection(page, place);
    for (const block of place.section.blocks) if (block.type === 'quote') fromQuote(page, place, block);
  }
  for (const place of page.places) withinPart(page, place);
  for (const { place, block, rest, name } of labelled(page, 'hint')) {
    const label = qualifierOf(name);
    const made = addBlock(page, 'hint', place, block, label ? { label } : {});
    made.text = rest;
    const named = questionOf(page, name);
    if (named) made.question = named;
    else link(page, place, made);
  }
}

/** What is longer nudges nobody, in characters. */
const LONGEST = 300;

/** A box with one short paragraph, or a line behind a light bulb, right below the prompt of a part is a nudge to it, whatever its name. */
function withinPart(page: Page, place: Place): void {
  const asked = place.section.box ? place.parent : place;
  if (!asked?.question || asked.part === undefined || asked.solved) return;
  for (const block of untaken(page, place)) {
    if (block.type !== 'paragraph' || !/^💡/u.test(block.text)) continue;
    const made = addBlock(page, 'hint', place, block, block.lead?.rest ? { label: block.lead.text } : {});
    made.text = made.text.replace(/^💡\uFE0F?\s*/u, '');
    made.question = asked.question;
  }
  const [body, ...more] = place.section.blocks;
  const isNudge =
    place.section.box &&
    !place.ownRole &&
    !place.asks &&
    body?.type === 'paragraph' &&
    more.length === 0 &&
    body.text.length < LONGEST &&
    !/\b(?:I|my|we|our)\b/.test(body.text);
  if (!isNudge || !place.section.heading || page.taken.has(body)) return;
  take(page, place.section, body);
  const span = spanning([place.section.heading, body]);
  add(page, draft('hint', place, body.text, span, { label: place.heading })).question = asked.question;
}

/** A quotation that names a hint in bold, once or more, and gives each below its name. */
function fromQuote(page: Page, place: Place, { blocks }: Quote): void {
  const isName = (block: Block | undefined): block is Paragraph =>
    block?.type === 'paragraph' && block.bold && FENCE.test(block.text);
  for (const [i, name] of blocks.entries()) {
    if (!isName(name) || page.taken.has(name)) continue;
    const next = blocks.findIndex((block, at) => at > i && isName(block));
    const body = blocks.slice(i + 1, next < 0 ? undefined : next);
    if (body.length === 0) continue;
    const label = FENCE.exec(name.text)?.[1]?.replace(/^[–—-]\s*/, '');
    take(page, name, ...body);
    const span = spanning([name, ...body.map(wholeSpan)]);
    link(page, place, add(page, draft('hint', place, body.map(wordsOf).join(' '), span, label ? { label } : {})));
  }
}

/** Each entry of a list of hints is one; a box or a section without a list is one as a whole. */
function fromSection(page: Page, place: Place): void {
  const blocks = [...untaken(page, place)];
  const entries = blocks.filter((block) => block.type === 'entry');
  if (entries.length > 0) {
    for (const entry of entries) {
      const made = addBlock(
        page,
        'hint',
        place,
        entry,
        entry.type === 'entry' && entry.lead?.rest ? { label: entry.lead.text } : {},
      );
      link(page, place, made);
    }
    return;
  }
  const body = blocks.filter((block) => block.type === 'paragraph' || block.type === 'fence');
  if (body.length === 0) return;
  const label = /^(?:hint|nudge|clue)s?\s*#?\d*\s*(?:[:.–—-]|\()\s*([^)]+)\)?$/i.exec(place.heading)?.[1];
  const own = place.ownRole === 'hint' && place.section.heading ? [place.section.heading] : [];
  take(page, place.section, ...body);
  const span = spanning([...own, ...body.map(wholeSpan)]);
  const made = add(page, draft('hint', place, body.map(wordsOf).join(' '), span, label ? { label } : {}));
  const named = questionOf(page, place.heading);
  if (named) made.question = named;
  else link(page, place, made);
}

/** "Hint for question 2": the question that a name says a hint is for. */
function questionOf(page: Page, name: string) {
  const number = /\b(?:for|to|on) (?:part|prompt|question|q) ?#?(\d{1,2})$/i.exec(name)?.[1];
  return number === undefined ? undefined : questionNumbered(page, Number(number));
}

function link(page: Page, place: Place, made: ReturnType<typeof addBlock<'hint'>>): void {
  const question =
    questionAt(page, place, made.span.startLine) ??
    page.drafts
      .filter((one) => one.kind === 'question')
      .filter((one) => one.span.startLine < made.span.startLine)
      .at(-1);
  if (question?.kind === 'question') made.question = question as NonNullable<typeof made.question>;
}
