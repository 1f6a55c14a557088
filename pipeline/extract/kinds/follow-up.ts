import type { Span } from '../../model/item.ts';
import type { Block } from '../../outline/block.ts';
import { bareQuestion, endsAsking, namesTopic, promptStrength } from '../../outline/prompt.ts';
import { columnIs } from '../../vocabulary/vocabulary.ts';
import { type Draft, draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { counted, numberNamed } from '../parts.ts';
import { questionAt, questionNumbered, questionTitledIn } from '../question-at.ts';
import { add, take } from '../take.ts';
import { labelled, type Text } from './listed.ts';
import { asksNext } from './question-text.ts';
import { answerIn, answers, reply, splitReply } from './replies.ts';

type FollowUp = Draft<'follow-up'>;

/** Probes after the first answer, and how to meet them. */
export function followUps(page: Page): void {
  for (const place of page.places) {
    if (place.role !== 'follow-up') continue;
    if (
      (place.asks || (place.section.label && endsAsking(place.heading))) &&
      place.section.heading &&
      (place.section.label || place.section.box || place.parent?.role === 'follow-up')
    )
      fromHeading(page, place);
    let last: FollowUp | undefined;
    const isGrouped = place.section.blocks.filter((one) => one.type === 'paragraph' && isProbe(one)).length >= 2;
    for (const block of untaken(page, place)) {
      if (block.type === 'table') fromTable(page, place, block);
      if (block.type !== 'entry' && block.type !== 'paragraph') continue;
      const answer = answerIn(block);
      if (last && answer !== undefined) {
        reply(last, answer, block);
        take(page, block);
      } else if (last && block.type === 'entry' && repliesTo(last, block, place)) {
        reply(last, wordsOf(block), wholeSpan(block));
        take(page, block);
      } else if ((isGrouped && namesGroup(block)) || MARKED.test(block.text) || /^[0-5]$/.test(block.lead?.text ?? ''))
        continue;
      else if (
        block.type === 'entry' ||
        promptStrength(block.text) >= 1 ||
        /^Q\d*[.:)]/.test(block.text) ||
        isAnswered(block)
      )
        last = probe(page, place, block);
      else if (
        last &&
        block.type === 'paragraph' &&
        !last.fields.answer &&
        last.span.endLine < block.startLine &&
        block.text.length > 30 &&
        place.section.blocks.every(({ type }) => type === 'paragraph')
      ) {
        reply(last, block.text, block);
        take(page, block);
      }
    }
  }
  for (const { place, block, rest } of [...labelled(page, 'follow-up'), ...askedThen(page)]) {
    take(page, block);
    for (const one of rest.split(/(?<=[?”"])\s*[·|;/]\s*(?=["“])/))
      link(page, add(page, draft('follow-up', place, bareQuestion(one), wholeSpan(block))), block.startLine);
  }
  repliesBelow(page);
  const asked = new Map(page.drafts.flatMap((made) => (made.kind === 'question' ? [[made.span.startLine, made]] : [])));
  for (const place of page.places)
    if (place.section.entry && place.question) nestedProbes(page, place, place.section.blocks, place.question);
    else if (place.question && holdsProbes(place)) {
      for (const block of untaken(page, place))
        if ((block.type === 'paragraph' || block.type === 'entry') && isProbe(block))
          probe(page, place, block).question ??= place.question;
    } else
      for (const entry of place.section.blocks.flatMap((block) => (block.type === 'list' ? block.entries : []))) {
        const question = page.taken.has(entry) ? asked.get(entry.startLine) : undefined;
        if (question) nestedProbes(page, place, entry.blocks, question);
      }
  answers(page);
}

/** "then: Who lost something because of it?": what was asked next. */
function* askedThen(page: Page): Generator<{ place: Place; block: Text; rest: string }> {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq' || place.role === 'worked-example') continue;
    for (const block of untaken(page, place)) {
      if (block.type !== 'entry' && block.type !== 'paragraph') continue;
      if (block.lead && asksNext(block.lead)) yield { place, block, rest: block.lead.rest };
    }
  }
}

/** A line that is labelled as an answer, right below a probe without one, is its reply. */
function repliesBelow(page: Page): void {
  const probes = new Map(
    page.drafts.flatMap((one) => (one.kind === 'follow-up' && !one.fields.answer ? [[one.span.startLine, one]] : [])),
  );
  if (probes.size === 0) return;
  for (const { section } of page.places) {
    const lines = section.blocks.flatMap((block): Block[] => (block.type === 'list' ? block.entries : [block]));
    for (const [i, block] of lines.entries()) {
      const probed = probes.get(lines[i - 1]?.startLine ?? -1);
      if (!probed || page.taken.has(block) || (block.type !== 'entry' && block.type !== 'paragraph')) continue;
      const answer = answerIn(block);
      if (answer === undefined) continue;
      reply(probed, answer, block);
      take(page, block);
    }
  }
}

/** Questions in a list below an entry that asks probe it. */
function nestedProbes(page: Page, place: Place, blocks: readonly Block[], question: Draft<'question'>): void {
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    const open = block.entries.filter((entry) => !page.taken.has(entry));
    const probing = open.filter((entry) => answerIn(entry) === undefined);
    const asking = new Set(probing.filter(isProbe));
    if (asking.size === 0 || asking.size < probing.length * 0.6) continue;
    let last: FollowUp | undefined;
    for (const entry of open) {
      const answer = answerIn(entry);
      if (asking.has(entry)) {
        last = probe(page, place, entry);
        last.question ??= question;
      } else if (last && answer !== undefined && !last.fields.answer) {
        reply(last, answer, entry);
        take(page, entry);
      }
    }
  }
}

/** Whether nothing stands below a question but two or more lines that ask further. */
export function holdsProbes({ section, part }: Place): boolean {
  const lines = section.blocks.flatMap((block): Block[] => (block.type === 'list' ? block.entries : [block]));
  const texts = lines.filter((block): block is Text => block.type === 'paragraph' || block.type === 'entry');
  return (
    part === undefined &&
    texts.length >= (section.blocks[0]?.type === 'list' ? 1 : 2) &&
    texts.length === lines.length &&
    texts.every((one) => isProbe(one) && !namesTopic(one.text))
  );
}

/** An entry that does not ask, right below a probe that is no entry. */
const repliesTo = (last: FollowUp, block: Text, { section }: Place): boolean =>
  !last.fields.answer &&
  block.startLine === last.span.endLine + 1 &&
  !isProbe(block) &&
  section.blocks.some((one) => one.type === 'paragraph' && one.startLine === last.span.startLine);

/** Asks, and says behind it what to reply. */
function isAnswered({ text }: Text): boolean {
  const { question, answer } = splitReply(text);
  return answer !== undefined && endsAsking(question);
}

const isProbe = ({ text }: Text): boolean => endsAsking(text) || promptStrength(text) >= 2;

/** "1. Clarification" among lines that ask: the name of those below it. */
const namesGroup = (block: Text): boolean =>
  block.type === 'entry' &&
  block.blocks.length === 0 &&
  block.text.split(' ').length <= 4 &&
  !/[.?!]$/.test(block.text);

/** A mark of praise or blame: a sign of an answer, not a probe. */
const MARKED = /^(?:[🚩❌✗✘⛔👎🔴🟢✅✔✓👍])/u;

/** One probe of one line; a reply may stand behind the question on the same line, or below it. */
function probe(page: Page, place: Place, block: Text): FollowUp {
  const whole = block.text.replace(/^(?:Q\s?\d*\s*[.:)]|probe\s*\d*:)\s*/i, '');
  const [opening = '', quoted = '', named = ''] = NAMES_QUESTION.exec(whole) ?? [];
  const words = opening === '' ? whole : `${quoted} ${whole.slice(opening.length)}`;
  const inline = splitReply(words);
  const nested = block.type === 'entry' ? block.blocks : [];
  take(page, block);
  const made = add(page, draft('follow-up', place, bareQuestion(inline.question), wholeSpan(block)));
  if (inline.answer) made.fields.answer = inline.answer;
  else if (nested.length > 0)
    made.fields.answer = nested
      .map(wordsOf)
      .join(' ')
      .replace(/^(?:answer|reply|a)\s*[:.]\s*/i, '');
  link(page, made, block.startLine, named);
  return made;
}

/** "“Who refused, and were they right?” (question 3) Say …": which question a probe is for stands behind it. */
const NAMES_QUESTION = /^(["“][^"“”]{8,200}["”])\s*\(((?:question|part|prompt) #?(?:\d{1,2}|[A-H]))\)\s+(?=\S)/i;

function fromHeading(page: Page, place: Place): void {
  const { section } = place;
  const heading = section.heading as Span;
  const body = section.blocks.filter((block) => block.type !== 'divider');
  const made = add(page, draft('follow-up', place, bareQuestion(place.heading), heading));
  page.taken.add(section);
  const answer = body
    .map(wordsOf)
    .join(' ')
    .replace(/^(?:answer|reply|a)\s*[:.]\s*/i, '')
    .trim();
  if (answer !== '') {
    made.fields.answer = answer;
    made.fieldLines.answer = spanning(body.map(wholeSpan));
    take(page, ...body);
  }
  link(page, made, heading.startLine);
}

function fromTable(page: Page, place: Place, table: Extract<Parameters<typeof take>[1], { type: 'table' }>): void {
  const asked = table.header.cells.findIndex((cell) => columnIs('followup', cell) || columnIs('question', cell));
  if (asked < 0) return;
  const answered = table.header.cells.findIndex((cell) => columnIs('answer', cell));
  take(page, table);
  for (const row of table.rows) {
    if (!row.cells[asked]) continue;
    const answer = row.cells[answered];
    link(
      page,
      add(page, draft('follow-up', place, bareQuestion(row.cells[asked]), row, answer ? { answer } : {})),
      row.startLine,
    );
  }
}

/** "In Part 2, …" names its question, and so does its title; else a probe belongs to the question it stands below. */
function link(page: Page, made: FollowUp, line: number, said = ''): void {
  const named = /\b(?:part|question|prompt|scenario|q|in|on|frage|pregunta)\s*#?(\d{1,2}|[A-H])\b(?!-)/.exec(
    `${made.text} ${said}`
      .replace(/^\p{Lu}/u, (first) => first.toLowerCase())
      .replace(/Part|Question|Prompt|Scenario/g, (word) => word.toLowerCase()),
  )?.[1];
  const after = /\(after (?:question )?#?(\d{1,2})\)$/i.exec(made.text)?.[1];
  const number = numberNamed(made.text, page.counting) ?? (named ? counted(named) : after ? Number(after) : undefined);
  const question =
    number === undefined
      ? (questionTitledIn(page, made.text) ?? questionAt(page, made.place, line))
      : questionNumbered(page, number);
  if (question) made.question = question;
}
