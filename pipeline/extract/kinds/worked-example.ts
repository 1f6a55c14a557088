import type { Span } from '../../model/item.ts';
import type { Block } from '../../outline/block.ts';
import { bareQuestion, promptStrength, quotedBefore } from '../../outline/prompt.ts';
import { hasLabel, isOtherBeat, labelOf } from '../../vocabulary/vocabulary.ts';
import { type BeatDraft, inlineBeats, isCanonical } from '../beats.ts';
import { spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { take } from '../take.ts';
import { answersBelow } from './answered.ts';
import { fromLines, quotesPrompt } from './beat-lines.ts';
import { fromDialogue } from './dialogue.ts';
import { addStory } from './story.ts';
import { fromTable } from './story-table.ts';

/** A told story or a model answer: by beat headings, beat entries, beats inside a paragraph, a table of beats, or told in plain text. */
export function workedExamples(page: Page): void {
  for (const place of page.places)
    if (place.role !== 'chrome' && place.role !== 'faq' && place.role !== 'pitfall') fromHeadings(page, place);
  for (const place of page.places) {
    if (
      place.role === 'chrome' ||
      place.role === 'faq' ||
      place.beat ||
      place.role === 'pitfall' ||
      place.role === 'answer-outline'
    )
      continue;
    fromDialogue(page, place);
    for (const block of untaken(page, place)) {
      if (block.type === 'table') fromTable(page, place, block);
      if (block.type === 'entry' || block.type === 'paragraph') fromLabel(page, place, block);
      if (block.type === 'paragraph' && quotedBefore(block.text) && !page.taken.has(block))
        fromQuoted(page, place, block);
    }
    fromLines(page, place);
    if (place.question && COUNTS_QUESTION.test(place.heading)) fromReplies(page, place);
    if (place.role === 'worked-example') fromSection(page, place);
  }
  answersBelow(page);
}

/** A bare "A" answers only where a question stands right above. */
const answersAbove = (page: Page, place: Place, block: Span): boolean =>
  page.drafts.some(
    (one) =>
      one.kind === 'question' &&
      one.place === place &&
      one.span.endLine < block.startLine &&
      block.startLine - one.span.endLine <= 3,
  );

/** Two or more subsections whose headings are beats make the story of the section above them. */
function fromHeadings(page: Page, place: Place): void {
  const named = place.children.filter(
    (child) => child.beat && (child.ownRole === undefined || isCanonical(child.beat)),
  );
  const canonical = named.filter(({ beat }) => beat && isCanonical(beat));
  const [first, last] = [
    place.children.indexOf(canonical[0] as Place),
    place.children.indexOf(canonical.at(-1) as Place),
  ];
  const beats = place.children.filter(
    (child, i) =>
      named.includes(child) || (i > first && i < last && !child.ownRole && child.heading.split(' ').length <= 6),
  );
  // Beats with names of their own make a story where there are many, or where the heading above tells one.
  if (canonical.length < 2 && named.length < 4 && !(beats.length >= 3 && place.role === 'worked-example')) return;
  let group: Place[] = [];
  const flush = () => {
    // What came of it and what was learnt are the end of a story.
    const tells = group.some(({ beat }) => beat !== 'result' && beat !== 'learning');
    if (group.length >= 2 && tells) told(page, place, group);
    group = [];
  };
  for (const child of beats) {
    if (child.beat === 'situation' && group.length > 0) flush();
    group.push(child);
  }
  flush();
}

function told(page: Page, place: Place, group: Place[]): void {
  const blocksOf = (one: Place): Block[] => [
    ...one.section.blocks.filter((block) => block.type !== 'divider' && !page.taken.has(block)),
    ...one.children.flatMap((child) => (child.ownRole ? [] : blocksOf(child))),
  ];
  const beats: BeatDraft[] = [];
  const texts: string[] = [];
  const taken: Block[] = [];
  for (const one of group) {
    const blocks = blocksOf(one).sort((a, b) => a.startLine - b.startLine);
    if (blocks.length === 0) continue;
    taken.push(...blocks);
    const text = blocks.map(wordsOf).join(' ');
    beats.push({ name: one.beat ?? one.heading.toLowerCase(), text, ...spanning(blocks.map(wholeSpan)) });
    texts.push(`${one.heading.replace(/:$/, '')}: ${text}`);
  }
  const headings = group.flatMap(({ section }) => (section.heading ? [section.heading] : []));
  const own =
    place.section.heading &&
    !page.taken.has(place.section) &&
    headings[0] &&
    headings[0].startLine - place.section.heading.startLine < 12
      ? [place.section.heading]
      : [];
  const made = addStory(
    page,
    place,
    texts.join(' '),
    spanning([...own, ...headings, ...beats]),
    beats,
    place.heading || undefined,
  );
  if (!made) return;
  take(page, ...taken, ...group.map(({ section }) => section));
}

/** "Model answer: “Situation: …”" on one line. */
function fromLabel(page: Page, place: Place, block: Extract<Block, { type: 'entry' | 'paragraph' }>): void {
  const isLetter = block.lead?.text.length === 1 || /^A[.)]/.test(block.text);
  if (isLetter && !answersAbove(page, place, block)) return;
  const label =
    block.lead && block.lead.rest !== '' && hasLabel('answer', block.lead.text.replace(/\s*\([^)]*\)$/, ''))
      ? block.lead
      : undefined;
  const replied = /^(?:[↳➥⤷⮑└]|->|→)\s*(.{60,})$/su.exec(block.text)?.[1];
  const told =
    replied && /\b(?:I|my|we|our)\b/i.test(replied) && answersAbove(page, place, block) ? replied : undefined;
  const dotted = told ?? /^A\s?\d*[.)]\s+(.{20,})$/s.exec(block.text)?.[1];
  const words = label?.rest ?? dotted;
  if (!words || place.role === 'follow-up' || place.role === 'follow-up-answer') return;
  if (label && place.role === 'worked-example' && isOtherBeat(label.text)) return;
  if (label && /^(?:example|a|story)$/i.test(label.text) && words.length < 80 && inlineBeats(words, block).length === 0)
    return;
  if (label && (quotesPrompt(block) || (/^(?:an? )?(?:strong|good|great)\b/i.test(label.text) && CREDITS.test(words))))
    return;
  const made = addStory(page, place, words, wholeSpan(block), inlineBeats(words, block));
  if (made) take(page, block);
}

/** "Quantifies what was reached": what somebody does who answers well. */
const CREDITS = /^["“]?\p{Lu}\p{Ll}+(?<!s|u)s\b(?! (?:I|we|my)\b)/u;

/** A heading that counts a question and says no more. */
const COUNTS_QUESTION = /^(?:question|prompt|q)\s*#?\d{1,2}$/i;
/** A reply that tells more than "same here", in characters. */
const TELLS = 60;

/** What readers of a page of reports reply to a question: each paragraph below it is one answer. */
function fromReplies(page: Page, place: Place): void {
  for (const block of untaken(page, place)) {
    if (block.type !== 'paragraph' && block.type !== 'entry') continue;
    const text = wordsOf(block).replace(/^[↳➥⤷⮑└]\s*/u, '');
    if (text.length > TELLS && addStory(page, place, text, wholeSpan(block), inlineBeats(text, block)))
      take(page, block);
  }
}

/** An answer told behind the question that it quotes, where a page tells some. */
function fromQuoted(page: Page, place: Place, block: Block): void {
  if (place.role !== undefined && place.role !== 'question' && place.role !== 'worked-example') return;
  const text = wordsOf(block);
  if (addStory(page, place, text, wholeSpan(block), inlineBeats(text, block))) take(page, block);
}

/** A section that tells or explains an answer without beats: all its paragraphs together. */
function fromSection(page: Page, place: Place): void {
  const blocks = [...untaken(page, place)].filter((block) => block.type !== 'divider' && block.type !== 'table');
  const lines = blocks.filter(
    (block) => block.type === 'paragraph' || block.type === 'fence' || block.type === 'entry',
  );
  const isAnswer =
    place.section.label === true && labelOf(place.heading) === 'answer' && place.parent?.question !== undefined;
  const isHeld = place.ownRole === 'worked-example' || place.asks || place.parent?.role === 'worked-example';
  const isTold =
    lines.some((block) => block.type === 'paragraph' && block.text.length > 80) ||
    (place.section.label === true && lines.length > 0);
  if (!isHeld || !isTold || page.drafts.some((one) => one.kind === 'worked-example' && one.place === place)) return;
  if (place.section.depth === 1 && place.children.some(({ section }) => !section.label && !section.box)) return;
  if (place.children.some((child) => page.drafts.some((one) => one.kind === 'worked-example' && one.place === child)))
    return;
  if (
    lines.every(
      (block) =>
        (block.type === 'entry' && !isAnswer) ||
        (block.type === 'paragraph' && ((block.lead && labelOf(block.lead.text)) || promptStrength(block.text) >= 2)),
    )
  )
    return;
  const heading = place.section.heading && !page.taken.has(place.section) ? [place.section.heading] : [];
  const title = bareQuestion(place.heading);
  const text = lines.map(wordsOf).join(' ');
  if (
    addStory(
      page,
      place,
      text,
      spanning([...heading, ...lines.map(wholeSpan)]),
      inlineBeats(text, spanning(lines)),
      title || undefined,
    )
  )
    take(page, ...lines, ...(heading.length > 0 ? [place.section] : []));
}
