import type { Block } from '../../outline/block.ts';
import { isQuoted, promptStrength } from '../../outline/prompt.ts';
import { hasLabel } from '../../vocabulary/vocabulary.ts';
import { type BeatDraft, beatLabel, inlineBeats, isCanonical } from '../beats.ts';
import { spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { take } from '../take.ts';
import { addStory } from './story.ts';

interface BeatLine {
  block: Extract<Block, { type: 'entry' | 'paragraph' }>;
  name: string;
  known: boolean;
}

/** Consecutive lines that each open with a short label, enough of them beats; or one paragraph that holds several. */
export function fromLines(page: Page, place: Place): void {
  const blocks = [...untaken(page, place)];
  let run: BeatLine[] = [];
  const flush = () => {
    const known = run.filter((line) => line.known);
    const canonical = known.filter(({ name }) => isCanonical(name));
    const isLabelled =
      place.ownRole === 'worked-example' &&
      known.length > 0 &&
      run.length >= 2 &&
      run.length >= blocks.filter(({ type }) => type !== 'paragraph').length &&
      run.length >= blocks.length - 1;
    if (
      isLabelled ||
      (known.length >= 2 &&
        known.length >= run.length * 0.4 &&
        (canonical.length >= 2 || place.role === 'worked-example')) ||
      (answersByNumber(place) && known.length >= 3 && known.length >= run.length * 0.7)
    )
      fromRun(page, place, run, run[0]?.block === blocks[0]);
    run = [];
  };
  for (const block of blocks) {
    if ((block.type !== 'entry' && block.type !== 'paragraph') || page.taken.has(block)) {
      flush();
      continue;
    }
    const inline = block.lead && beatLabel(block.lead.text) && run.length > 0 ? [] : inlineBeats(block.text, block);
    if (inline.filter(({ name }) => isCanonical(name)).length >= 2) {
      flush();
      const whole = [block, ...goesOn(page, blocks.slice(blocks.indexOf(block) + 1), block)];
      const beats = whole.flatMap((one) => beatsOf(one));
      if (addStory(page, place, whole.map(wordsOf).join(' '), spanning(whole.map(wholeSpan)), beats))
        take(page, ...whole);
      continue;
    }
    const isTold = block.lead && (block.lead.rest !== '' || (block.type === 'entry' && block.blocks.length > 0));
    const label = block.lead && isTold && block.lead.text.split(' ').length <= 4 ? block.lead.text : undefined;
    const beat = label === undefined ? undefined : beatLabel(label);
    if (label === undefined || (!beat && run.length === 0 && place.role !== 'worked-example')) flush();
    else {
      if (beat === 'situation' && run.some(({ name }) => name === 'situation')) flush();
      run.push({ block, name: beat ?? label.toLowerCase(), known: beat !== undefined });
    }
  }
  flush();
}

/** What a solution says below the number of a question. */
const answersByNumber = ({ solved, part, ownRole }: Place): boolean => solved && part !== undefined && !ownRole;

/** The beats of a line: several in it, or the one that it opens with. */
function beatsOf(block: Block): BeatDraft[] {
  if (block.type !== 'paragraph' && block.type !== 'entry') return [];
  const inline = inlineBeats(block.text, block);
  const name = block.lead && beatLabel(block.lead.text);
  const { startLine, endLine } = block;
  return inline.length > 0 || !name ? inline : [{ name, text: block.lead?.rest ?? '', startLine, endLine }];
}

/** The paragraphs below one that tells several beats, as long as they tell others, with a blank line before each at most. */
function goesOn(page: Page, below: readonly Block[], above: Block): Block[] {
  const found: Block[] = [];
  const told = new Set(beatsOf(above).map(({ name }) => name));
  for (const block of below) {
    const beats = beatsOf(block);
    const isNext = block.type === 'paragraph' && block.startLine <= (found.at(-1) ?? above).endLine + 2;
    if (!isNext || page.taken.has(block) || beats.length === 0 || beats.some(({ name }) => told.has(name))) break;
    for (const { name } of beats) told.add(name);
    found.push(block);
  }
  return found;
}

/** What is longer is told and not asked, in characters. */
const LONGEST_PROMPT = 220;

/** "Example answer: “Tell me about …”": a label with the question that the beats below it answer. */
export const quotesPrompt = (block: Block): boolean =>
  block.type === 'paragraph' &&
  block.lead !== undefined &&
  hasLabel('answer', block.lead.text) &&
  isQuoted(block.lead.rest) &&
  block.lead.rest.length < LONGEST_PROMPT &&
  promptStrength(block.lead.rest) >= 2;

/** "S – Situation: Set the scene": the letter has named the beat already. */
function withoutName(text: string, name: string): string {
  const [, label = '', rest = ''] = /^(\p{L}+)\s*[:–—-]\s+(.+)$/su.exec(text) ?? [];
  return beatLabel(label) === name ? rest : text;
}

function fromRun(page: Page, place: Place, run: BeatLine[], isFirst: boolean): void {
  if (run.filter(({ block }) => /\?$/.test(block.text)).length >= run.length * 0.5) return;
  const ownsHeading =
    isFirst &&
    place.section.heading &&
    !page.taken.has(place.section) &&
    !place.section.blocks.some(
      (block) => block.type === 'paragraph' && block.lead && hasLabel('question', block.lead.text),
    ) &&
    !place.asks &&
    (place.section.label || place.ownRole === 'worked-example' || place.ownRole === undefined);
  const heading = ownsHeading && place.section.heading ? [place.section.heading] : [];
  const above = place.section.blocks.find((_, i, all) => all[i + 1] === run[0]?.block);
  const title = above && !page.taken.has(above) && quotesPrompt(above) ? [above] : [];
  const beats = run.map(({ block, name }) => ({
    name,
    text: [withoutName(block.lead?.rest ?? '', name), ...(block.type === 'entry' ? block.blocks.map(wordsOf) : [])]
      .join(' ')
      .trim(),
    startLine: block.startLine,
    endLine: wholeSpan(block).endLine,
  }));
  const text = [...title, ...run.map(({ block }) => block)].map(wordsOf).join(' ');
  if (
    addStory(
      page,
      place,
      text,
      spanning([...heading, ...title, ...run.map(({ block }) => wholeSpan(block))]),
      beats,
      heading.length > 0 ? place.heading : undefined,
    )
  )
    take(page, ...title, ...run.map(({ block }) => block), ...(heading.length > 0 ? [place.section] : []));
}
