import type { Span } from '../../model/item.ts';
import type { Entry, Table } from '../../outline/block.ts';
import { columnIs, hasLabel } from '../../vocabulary/vocabulary.ts';
import { type Draft, draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { questionAt } from '../question-at.ts';
import { add, addBlock, take } from '../take.ts';
import { saysWhatToShow } from './answered.ts';
import { labelOfText } from './constraint.ts';
import { isSeries, labelled, type Text, textsOf } from './listed.ts';

const PRAISED = /^[✅✔✓🟢👍]/u;

/** One line of a rubric: entries below a rubric's heading, rows of a scored table, labelled lines. */
export function criteria(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq') continue;
    for (const block of untaken(page, place)) if (block.type === 'table') fromTable(page, place, block);
  }
  for (const place of page.places)
    if (place.role === 'criterion' && place.ownRole === undefined && place.section.heading && !place.beat)
      fromSubsection(page, place, place.section.heading);
  for (const place of page.places) {
    if (
      place.solved ||
      !(
        place.role === undefined ||
        place.role === 'question' ||
        place.role === 'level-bar' ||
        place.role === 'follow-up'
      )
    )
      continue;
    for (const block of untaken(page, place))
      if (
        (block.type === 'entry' || block.type === 'paragraph') &&
        PRAISED.test(block.text) &&
        (block.lead?.rest || /^[🟢👍]/u.test(block.text)) &&
        questionAt(page, place, block.startLine)
      )
        link(page, addBlock(page, 'criterion', place, block, labelOfText(block)));
  }
  for (const place of page.places) if (place.role !== 'chrome' && place.role !== 'faq') fromAnchors(page, place);
  for (const place of page.places) {
    if (!place.question || !place.asks) continue;
    for (const block of untaken(page, place))
      if (block.type === 'paragraph' && saysWhatToShow(block.text))
        link(page, addBlock(page, 'criterion', place, block, labelOfText(block)));
  }
  const single = (place: Place) => ![...place.section.blocks].some(({ type }) => type === 'list' || type === 'table');
  for (const { place, block } of textsOf(
    page,
    'criterion',
    (block, place) =>
      (block.lead !== undefined && block.lead.rest !== '' && block.lead.style !== 'plain') ||
      (single(place) && (place.section.label === true || isSeries(place))),
  ))
    for (const made of namesPoints(block)
      ? fromPoints(page, place, block)
      : [addBlock(page, 'criterion', place, block, labelOfText(block))])
      link(page, made);
  for (const { place, block, name } of labelled(page, 'criterion'))
    link(page, addBlock(page, 'criterion', place, block, { label: name }));
  for (const { place, block, name } of labelled(
    page,
    'strong',
    (place) => place.role === undefined || place.role === 'criterion' || place.asks,
  )) {
    const graded =
      place.section.blocks.flatMap((one) => (one.type === 'list' ? one.entries : [one])).length >= 2 &&
      hasLabel('strong', name) &&
      /^(?:great|strong|excellent|outstanding|best)/i.test(name);
    if (graded) link(page, addBlock(page, 'criterion', place, block, { label: name }));
  }
}

/** "Problem solving" over a list: a name of a few words, and below it what is scored. */
const namesPoints = (block: Text): block is Entry =>
  block.type === 'entry' &&
  block.text.split(' ').length <= 6 &&
  !/[.;]$/.test(block.text) &&
  !block.lead?.rest &&
  block.blocks.length === 1 &&
  block.blocks[0]?.type === 'list' &&
  block.blocks[0].entries.length >= 2;

function fromPoints(page: Page, place: Place, block: Entry): Draft<'criterion'>[] {
  const label = block.text.replace(/:$/, '');
  const points = block.blocks.flatMap((inner) => (inner.type === 'list' ? inner.entries : []));
  page.taken.add(block);
  const { startLine, endLine } = block;
  return points.map((point) => {
    const made = addBlock(page, 'criterion', place, point, { label });
    made.fieldLines.label = { startLine, endLine };
    return made;
  });
}

/** Entries that a score labels, two or more of a list, say what an answer of that score shows. */
function fromAnchors(page: Page, place: Place): void {
  for (const block of place.section.blocks) {
    if (block.type !== 'list') continue;
    const scored = block.entries.filter(({ lead }) => lead && lead.rest !== '' && /^[0-5]$/.test(lead.text));
    if (scored.length < 2 || scored.length < block.entries.length) continue;
    for (const entry of scored)
      if (!page.taken.has(entry)) link(page, addBlock(page, 'criterion', place, entry, labelOfText(entry)));
  }
}

/** A subsection of a rubric without a list is one line of it, named by its heading. */
function fromSubsection(page: Page, place: Place, heading: Span): void {
  const blocks = [...untaken(page, place)];
  if (blocks.length === 0 || blocks.some(({ type }) => type !== 'paragraph') || blocks.length > 3) return;
  take(page, place.section, ...blocks);
  link(
    page,
    add(
      page,
      draft('criterion', place, blocks.map(wordsOf).join(' '), spanning([heading, ...blocks.map(wholeSpan)]), {
        label: place.heading,
      }),
    ),
  );
}

function link(page: Page, made: Draft<'criterion'>): void {
  const question = questionAt(page, made.place, made.span.startLine);
  if (question && !isOverall(page, made.place)) made.question = question;
}

/** A rubric for the whole page: it says so, or its heading stands once where those of the parts repeat theirs. */
function isOverall(page: Page, place: Place): boolean {
  if (/\b(?:across|overall|every|all|any|in common)\b/i.test(place.heading)) return true;
  if (/\bthis (?:part|question|prompt|scenario|section|round|story)\b/i.test(place.heading)) return false;
  const rubrics = page.places.filter((one) => one.ownRole === 'criterion' && !one.section.label);
  const uncounted = ({ heading }: Place) =>
    heading.replace(/\d+/g, '#').replace(/\b(part|prompt|question) [A-H]\b/i, '$1 #');
  const alike = (one: Place) => uncounted(one) === uncounted(place);
  return rubrics.includes(place) && rubrics.filter(alike).length === 1 && rubrics.length >= 3;
}

/** Rows of "Signal | What strong looks like", of anchors (1 / 3 / 5, poor / good / great), or of any table below a rubric's heading. */
function fromTable(page: Page, place: Place, table: Table): void {
  const { cells } = table.header;
  const scored = cells.filter((cell, i) => i > 0 && (columnIs('score', cell) || /^\W*[1-5]\W/.test(`${cell} `))).length;
  const named = columnIs('dimension', cells[0] ?? '');
  const anchored =
    /^(?:score|rating|points?|grade|mark|level)$/i.test(cells[0] ?? '') &&
    table.rows.filter((row) => /^[1-5]\b/.test(row.cells[0] ?? '')).length >= 2;
  if (place.role !== 'criterion' && !(scored >= 2) && !anchored) return;
  if (anchored ? false : place.role === 'criterion' ? cells.length < 2 : !named && scored < 2) return;
  take(page, table);
  for (const row of table.rows) {
    const [label] = row.cells;
    if (!label || /^(?:total|sum)\b/i.test(label) || row.cells.filter((cell) => cell !== '').length < 2) {
      page.taken.delete(row);
      continue;
    }
    link(page, add(page, draft('criterion', place, wordsOf(row), row, { label })));
  }
}
