import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letters as lettersKept } from '../../pipeline/extract/faithful.ts';
import { letters } from '../score/words.ts';
import { brokenPromises, opensNoTag } from './promises.ts';
import { documentsIn, readText } from './reader.ts';
import { cases, SEEDS } from './seeds.ts';
import { anyText, grammarText, mutatedText } from './texts.ts';

const documents = [...documentsIn('sources', 'tests/layouts/sources').values()];

const TEXTS: Record<string, { texts: Arbitrary<string>; runs: number }> = {
  'any text': { texts: anyText, runs: cases(300) },
  'Markdown of a grammar': { texts: grammarText, runs: cases(250) },
  'a damaged document': { texts: mutatedText(documents), runs: cases(250) },
};

describe('the library keeps its promises', () => {
  for (const [name, { texts, runs }] of Object.entries(TEXTS))
    for (const [which, seed] of Object.entries(SEEDS))
      test(`for ${name}, from ${which}`, () => {
        const keepsThem = (text: string) => {
          expect(brokenPromises(text, readText(text))).toEqual([]);
        };
        fc.assert(fc.property(texts, keepsThem), { seed, numRuns: runs });
      });

  test('for every document, whole', () => {
    expect(documents.length).toBeGreaterThan(60);
    for (const text of documents) expect(brokenPromises(text, readText(text))).toEqual([]);
  });
});

describe('what extraction holds its words to is what they are scored by', () => {
  const hasEntity = (text: string) => /&#?\w+;/.test(text);

  test.each([
    ['an address that holds a parenthesis', '[a (b) c](d (e) f) g'],
    ['an address that holds a bracket', '[a [b](c) d](e) f'],
    ['an address that never ends', '[a](b [c](d'],
    ['a comment that never ends', 'a <!-- b --> c <!-- d'],
  ])('%s', (_, text) => expect(lettersKept(text)).toBe(letters(text)));

  for (const [which, seed] of Object.entries(SEEDS))
    test(`in any text, from ${which}`, () => {
      const agrees = (text: string) => {
        const line = text.replaceAll(/[\r\n]+/g, ' ');
        fc.pre(!hasEntity(line) && !opensNoTag(line));
        expect(lettersKept(line)).toBe(letters(line));
      };
      fc.assert(fc.property(anyText, agrees), { seed, numRuns: cases(500) });
    });
});

describe('what the promises are worth', () => {
  const text = '# Practice questions\n\n- Tell me about a launch that you stopped.\n- Why did you stop it?\n';
  const reading = readText(text);
  const [item] = reading.items;
  if (!item) throw new Error('the text has questions');

  test('they hold for an honest reading', () => {
    expect(reading.items.length).toBe(2);
    expect(brokenPromises(text, reading)).toEqual([]);
  });

  test.each<[string, Partial<typeof item>, RegExp]>([
    ['a word that is not there', { text: 'Tell me about a merger that you stopped.' }, /not faithful/],
    ['a line behind the end', { source: { ...item.source, endLine: 99 } }, /outside the file/],
    ['a line that holds nothing', { source: { ...item.source, startLine: 2, endLine: 2 } }, /blank/],
    ['another file', { source: { ...item.source, file: 'b.txt' } }, /another file/],
    ['an id twice', { id: reading.items[1]?.id ?? '' }, /two items/],
    ['no text', { text: '' }, /schema/],
  ])('%s breaks one', (_, change, problem) => {
    const broken = brokenPromises(text, {
      ...reading,
      items: reading.items.with(0, { ...item, ...change } as typeof item),
    });
    expect(broken.join('\n')).toMatch(problem);
  });

  test.each([
    ['a line in no class', { items: [3] }, /line 4 is in no class/],
    ['a line in two classes', { unclaimed: ['3-4'] }, /line 3 is in 2 classes/],
    ['a line that is not there', { unclaimed: [7] }, /line 7 is covered and holds nothing/],
  ])('%s breaks one', (_, change, problem) => {
    const coverage = { ...reading.source.coverage, ...change };
    expect(brokenPromises(text, { ...reading, source: { ...reading.source, coverage } }).join('\n')).toMatch(problem);
  });
});
