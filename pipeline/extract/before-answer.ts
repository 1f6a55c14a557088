import { type Section, walkBlocks } from '../outline/block.ts';

/** "Before you start talking": what is to be thought of before an answer. */
const BEFORE = /^before you (?:answer|start|begin|speak|talk|open|tell)\b/i;

/** Whether a section advises on an answer by its heading, and holds nothing to tick and no questions to oneself. */
export function advisesBeforeAnswer({ heading, blocks }: Section): boolean {
  const entries = [...walkBlocks(blocks)].filter((block) => block.type === 'entry');
  const checks = entries.filter(({ checked, text }) => checked !== undefined || text.endsWith('?'));
  return BEFORE.test(heading?.text ?? '') && checks.length <= entries.length / 2;
}
