import type { Block, Entry } from '../../outline/block.ts';
import { isOutlineLabel, labelOf } from '../../vocabulary/vocabulary.ts';
import { beatLabel } from '../beats.ts';
import { type Draft, draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { onlyAsked, questionAt } from '../question-at.ts';
import { add, take } from '../take.ts';

type Step = NonNullable<Draft<'answer-outline'>['fields']['steps']>[number];

const ARROW = /\s*(?:→|⇒|->|=>|➜|➔)\s*/;

/** The ordered steps of an answer: a numbered list below a label that promises one, or a chain of arrows behind a name. */
export function answerOutlines(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq') continue;
    ownOutline(page, place);
    if (place.ownRole === 'answer-outline' || isOutlineLabel(place.heading) || isNamedOutline(place))
      fromList(page, place);
    if (
      place.role !== 'answer-outline' &&
      place.role !== 'solution' &&
      place.role !== undefined &&
      place.role !== 'worked-example'
    )
      continue;
    for (const block of untaken(page, place))
      if (block.type === 'entry' || block.type === 'paragraph' || block.type === 'fence')
        fromArrows(page, place, block);
  }
}

/** A label below a heading of outlines names one of them. */
const isNamedOutline = (place: Place): boolean =>
  place.section.label === true && place.parent?.ownRole === 'answer-outline' && place.ownRole === undefined;

/** A numbered list of beats that asks what belongs into each is an outline, whatever its heading says. */
function ownOutline(page: Page, place: Place): void {
  for (const block of place.section.blocks) {
    if (block.type !== 'list' || block.entries.some((entry) => page.taken.has(entry))) continue;
    const beats = block.entries.filter(({ lead }) => lead && lead.rest !== '' && beatLabel(lead.text));
    const asks = block.entries.filter(({ text }) => /\?$/.test(text));
    if (beats.length < 3 || beats.length < block.entries.length || asks.length < beats.length * 0.5) continue;
    const heading = place.section.heading && place.section.depth > 1 ? [place.section.heading] : [];
    add(
      page,
      draft('answer-outline', place, block.entries.map(numbered).join(' '), spanning([...heading, block]), {
        steps: block.entries.map(stepOf),
        ...(place.heading ? { title: place.heading } : {}),
      }),
    );
    take(page, block);
  }
}

/** A numbered list is one outline; so is a list of labelled entries where the heading speaks of one outline only. */
function fromList(page: Page, place: Place): void {
  const list = place.section.blocks
    .flatMap((block) => (block.type === 'fence' ? block.blocks : [block]))
    .find((block) => block.type === 'list' && block.entries.some((entry) => !page.taken.has(entry)));
  if (list?.type !== 'list') return;
  const entries = list.entries.filter((entry) => !page.taken.has(entry));
  const isSteps =
    list.ordered ||
    (place.section.label === true &&
      place.ownRole === 'answer-outline' &&
      entries.length >= 2 &&
      entries.every(({ text }) => !ARROW.test(text)));
  const chains = entries.filter(({ text }) => isChain(text.split(ARROW))).length;
  if (!isSteps || entries.length < 2 || chains > entries.length * 0.6) return;
  const heading = place.section.heading && !page.taken.has(place.section) ? [place.section.heading] : [];
  const made = add(
    page,
    draft('answer-outline', place, entries.map(numbered).join(' '), spanning([...heading, ...entries.map(wholeSpan)]), {
      steps: entries.map(stepOf),
      ...(place.heading ? { title: place.heading.replace(/:$/, '') } : {}),
    }),
  );
  link(page, place, made);
  take(page, ...entries, place.section);
}

/** The order of steps is part of what an outline says: its numbers stay. */
const numbered = (entry: Entry): string =>
  entry.written === undefined ? wordsOf(entry) : `${entry.written}. ${wordsOf(entry)}`;

function stepOf(entry: Entry): Step {
  const { startLine, endLine } = wholeSpan(entry);
  const nested = entry.blocks.map(wordsOf).join(' ');
  const [name, own] = entry.lead ? [entry.lead.text, entry.lead.rest] : [entry.text, ''];
  const text = [own, nested].filter(Boolean).join(' ');
  return { name: name.replace(/[.:]$/, ''), ...(text ? { text } : {}), startLine, endLine };
}

const isChain = (parts: string[]): boolean =>
  parts.length >= 3 && parts.every((part) => part !== '' && part.length <= 140);

/** "Incident: Trigger → Containment → Root cause → Fix": three or more steps. */
function fromArrows(page: Page, place: Place, block: Exclude<Block, { type: 'list' }>): void {
  const text = wordsOf(block);
  const parts = text.split(ARROW);
  if (!isChain(parts)) return;
  if (place.role !== 'answer-outline' && !(parts.length >= 4 && parts.every((part) => part.length < 60))) return;
  const [first = '', ...rest] = parts;
  const named = /^(.{2,60}?)\s*:\s*(.+)$/s.exec(first);
  if (place.role !== 'answer-outline' && named?.[1] && (beatLabel(named[1]) || labelOf(named[1]))) return;
  const { startLine, endLine } = wholeSpan(block);
  const steps = [named?.[2] ?? first, ...rest].map((name) => ({ name: name.replace(/[.;]$/, ''), startLine, endLine }));
  const made = add(
    page,
    draft('answer-outline', place, text, { startLine, endLine }, { steps, ...(named?.[1] ? { title: named[1] } : {}) }),
  );
  link(page, place, made);
  take(page, block);
}

function link(page: Page, place: Place, made: Draft<'answer-outline'>): void {
  const question = questionAt(page, place, made.span.startLine) ?? (place.solved ? onlyAsked(page) : undefined);
  if (question) made.question = question;
}
