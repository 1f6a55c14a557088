import type { Entry } from '../../outline/block.ts';
import { bareQuestion, endsAsking, promptStrength } from '../../outline/prompt.ts';
import { cuesIn, SURE } from '../../vocabulary/cues.ts';
import { draft } from '../draft.ts';
import { type Page, untaken } from '../page.ts';
import { questionAt } from '../question-at.ts';
import { shapeOf } from '../shape.ts';
import { add, addBlock, take } from '../take.ts';
import { asksSomething, labelled, textsOf } from './listed.ts';

/** The cells that ask, in a table below a heading of such questions: one column of them. */
function fromTables(page: Page, kind: 'clarifying-question' | 'question-to-ask'): void {
  for (const place of page.places) {
    if (place.role !== kind) continue;
    for (const block of untaken(page, place)) {
      if (block.type !== 'table') continue;
      const asking = (i: number) => block.rows.filter(({ cells }) => /\?\W*$/.test(cells[i] ?? '')).length;
      const column = block.header.cells.findIndex((_, i) => asking(i) >= Math.max(2, block.rows.length * 0.6));
      if (column < 0) continue;
      take(page, block);
      for (const row of block.rows)
        if (row.cells[column]) add(page, draft(kind, place, bareQuestion(row.cells[column] ?? ''), row));
    }
  }
}

/** An entry that speaks of such questions over a list of them: "Ask clarifying questions before you write:". */
function fromNested(page: Page, kind: 'clarifying-question' | 'question-to-ask'): void {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq') continue;
    for (const block of place.section.blocks)
      for (const entry of block.type === 'list' ? block.entries : []) {
        const nested = entry.blocks.flatMap((inner) => (inner.type === 'list' ? inner.entries : []));
        const asking = nested.filter((one) => !page.taken.has(one) && endsAsking(one.text));
        if (asking.length < 2 || asking.length < nested.length * 0.8 || promptStrength(entry.text) >= 2) continue;
        if (kindOfNested(entry.text, asking) !== kind) continue;
        for (const one of asking) addBlock(page, kind, place, one);
      }
  }
}

/** At the end a candidate asks about the company; what is asked of anything else is asked before answering. */
function kindOfNested(text: string, asking: readonly Entry[]): 'clarifying-question' | 'question-to-ask' | undefined {
  const cues = cuesIn(text);
  const isSaid =
    /\bclarif/i.test(text) || Math.max(cues.get('clarifying-question') ?? 0, cues.get('question-to-ask') ?? 0) >= SURE;
  if (!isSaid) return undefined;
  return shapeOf(asking).ofCompany >= 0.5 ? 'question-to-ask' : 'clarifying-question';
}

/** What a candidate asks before answering. */
export function clarifyingQuestions(page: Page): void {
  fromTables(page, 'clarifying-question');
  fromNested(page, 'clarifying-question');
  for (const { place, block } of textsOf(page, 'clarifying-question', asksSomething)) {
    const made = addBlock(page, 'clarifying-question', place, block);
    const question = questionAt(page, place, block.startLine);
    if (question) made.question = question;
  }
  for (const { place, block, rest } of labelled(page, 'clarifying-question')) {
    const made = addBlock(page, 'clarifying-question', place, block);
    made.text = bareQuestion(rest);
    const question = questionAt(page, place, block.startLine);
    if (question) made.question = question;
  }
}

/** What a candidate asks the interviewer or the company at the end. */
export function questionsToAsk(page: Page): void {
  fromTables(page, 'question-to-ask');
  fromNested(page, 'question-to-ask');
  for (const place of page.places) {
    const heading = place.section.heading;
    if (place.role !== 'question-to-ask' || !place.asks || !heading || !endsAsking(place.heading)) continue;
    add(page, draft('question-to-ask', place, bareQuestion(place.heading), heading));
    page.taken.add(place.section);
  }
  for (const { place, block } of textsOf(page, 'question-to-ask', (block) => endsAsking(block.text)))
    addBlock(page, 'question-to-ask', place, block);
  for (const { place, block, rest } of labelled(page, 'question-to-ask'))
    addBlock(page, 'question-to-ask', place, block).text = bareQuestion(rest);
}
