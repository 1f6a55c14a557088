import { describe, expect, test } from 'vitest';
import { isFaithful, standsIn } from './faithful.ts';
import { sample } from './sample.ts';
import { letters } from './words.ts';

const stands = (text: string, source: string) => standsIn(letters(text), letters(source));

describe('words stand in a source', () => {
  test.each([
    ['the same words, white space mended', 'Name the p95 latency', '- Name the p95latency'],
    ['one gap', 'Name the cause and the guard', 'Name the cause (in one line) and the guard'],
    [
      'entities, tags and link addresses',
      'Read the guide & notes',
      '<b>Read</b> [the guide](https://x.example) &amp; notes',
    ],
    ['compatibility forms and invisible characters', 'office 1/2', 'o\uFB03ce\u00AD １/２'],
    ['a last run of one letter', 'Name the cause a', 'Name the cause, and a'],
  ])('%s', (_, text, source) => expect(stands(text, source)).toBe(true));

  test.each([
    ['another order', 'the guard and the cause', 'the cause and the guard'],
    ['a word more', 'Name the root cause', 'Name the cause'],
    ['too many gaps', 'Name cause guard owner', 'Name the cause and the guard and the owner'],
    ['letters picked one by one', 'Name the xy cause', 'Name the x and y or cause'],
    ['nothing', '…', 'Name the cause'],
  ])('not: %s', (_, text, source) => expect(stands(text, source)).toBe(false));

  test('a long text may have more gaps', () => {
    const clause = (i: number) => `sentence number ${i} tells what the team did in week ${i}`;
    const source = [1, 2, 3, 4].map((i) => `${clause(i)} (cut ${i})`).join(' ');
    expect(stands([1, 2, 3, 4].map(clause).join(' '), source)).toBe(true);
  });
});

describe('an item', () => {
  const lines = ['What went wrong?', 'Name the **cause**, not the `person`.', 'Hindsight: a guard'];
  const faithful = (item: Parameters<typeof isFaithful>[0]) => isFaithful(item, lines, letters(lines.join(' ')));

  test('has its text in its own lines, its other fields anywhere', () => {
    expect(faithful(sample('question', { evaluates: 'Name the cause' }))).toBe(true);
    expect(faithful(sample('question', { line: 2 }))).toBe(false);
    expect(faithful(sample('question', { evaluates: 'Name the reason' }))).toBe(false);
    expect(faithful(sample('guidance', { line: 2, text: 'Name the cause, not the person.', label: 'Cause' }))).toBe(
      true,
    );
  });

  test.each([
    '**What** went wrong?',
    '- What went wrong?',
    '# What went wrong?',
    'What went wrong? |',
    '`What` went <b>wrong</b>',
    '[What](x) went wrong?',
  ])('keeps no markup: %s', (text) => expect(faithful(sample('question', { text }))).toBe(false));

  test('has beats and steps whose names and words are the source’s, or canonical names', () => {
    const beat = (name: string, text: string) =>
      sample('worked-example', { beats: [{ name, text, startLine: 1, endLine: 1 }] });
    expect(faithful(beat('hindsight', 'a guard'))).toBe(true);
    expect(faithful(beat('learning', 'a guard'))).toBe(true);
    expect(faithful(beat('impact', 'a guard'))).toBe(false);
    expect(faithful(beat('learning', 'a rule'))).toBe(false);
    expect(faithful(beat('learning', '- a guard'))).toBe(false);
    expect(faithful(sample('answer-outline', { steps: [{ name: 'Hindsight', startLine: 3, endLine: 3 }] }))).toBe(true);
    expect(faithful(sample('answer-outline', { steps: [{ name: 'Outlook', startLine: 3, endLine: 3 }] }))).toBe(false);
  });
});
