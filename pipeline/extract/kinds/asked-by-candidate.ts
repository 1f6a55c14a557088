import { bareQuestion } from '../../outline/prompt.ts';
import type { Page } from '../page.ts';
import { questionAt } from '../question-at.ts';
import { addBlock } from '../take.ts';
import { asksSomething, labelled, textsOf } from './listed.ts';

/** What a candidate asks before answering. */
export function clarifyingQuestions(page: Page): void {
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
  for (const { place, block } of textsOf(page, 'question-to-ask', (block) => /\?["”’)]*$/.test(block.text)))
    addBlock(page, 'question-to-ask', place, block);
  for (const { place, block, rest } of labelled(page, 'question-to-ask'))
    addBlock(page, 'question-to-ask', place, block).text = bareQuestion(rest);
}
