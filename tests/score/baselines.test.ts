import { expect, test } from 'vitest';
import { BASELINES, baselineQuestions } from './baselines.ts';

const LINES = `# Ten questions
## 3. Tell me about a launch
## What went wrong?
Setext question?
---
**Q1: Describe a conflict**
WHY DID IT FAIL?

Walk me through a decision

A long sentence that nobody would take for a heading asks at its end whether anybody still reads it?
Is that so? Yes.`.split('\n');

const linesOf = (name: keyof typeof BASELINES) =>
  baselineQuestions(BASELINES[name], [{ name: 'a', file: 'a.txt', lines: LINES, rows: [] }]).map(
    ({ source }) => source.startLine,
  );

test('headings only: marked, underlined, bold, in capitals or alone, with a question mark or as a request', () => {
  expect(linesOf('headings only')).toEqual([2, 3, 4, 6, 7, 9]);
});

test('question marks only', () => {
  expect(linesOf('question marks only')).toEqual([3, 4, 7, 11, 12]);
});
