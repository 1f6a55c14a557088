import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTwins, TWIN_SIMILARITY } from '../../pipeline/select/twins.ts';
import { wordsOf } from '../../pipeline/select/words.ts';
import { libraryOf } from '../pages/library.ts';

const itemsOf = (...texts: string[]) =>
  libraryOf([{ file: 'a.txt', rows: texts.map((text) => ({ kind: 'question' as const, text })) }]).items;
const areTwins = (a: string, b: string) => {
  const items = itemsOf(a, b);
  const [first] = items;
  return first !== undefined && findTwins(items).twins(first).length === 1;
};

function similarity(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

describe('findTwins', () => {
  it.each([
    ['Tell me about a time you failed.', 'Tell me about a time you failed'],
    ['Tell me about the time when you failed at work', 'Tell me about the time when you failed at your work'],
    ['你最自豪的项目是什么', '你最自豪的项目是什么？'],
  ])('holds “%s” and “%s” for one', (a, b) => expect(areTwins(a, b)).toBe(true));

  it.each([
    ['Tell me about a time you failed.', 'Tell me about a time you led.'],
    [
      'Two teams, 24 weeks a quarter and 12 hours a day of training',
      'Two teams, 24 weeks a quarter and 14 hours a day of training',
    ],
    [
      'When do you escalate a conflict between two teams of engineers',
      'When do you not escalate a conflict between two teams of engineers',
    ],
  ])('keeps “%s” and “%s” apart', (a, b) => expect(areTwins(a, b)).toBe(false));

  it('finds every pair that comparing all pairs would find', () => {
    const sentence = fc
      .array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 8 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 12 }), (texts) => {
        const items = itemsOf(...texts);
        const { twins } = findTwins(items);
        for (const one of items) {
          const near = items.filter(
            (other) => other !== one && similarity(wordsOf(one.text), wordsOf(other.text)) >= TWIN_SIMILARITY,
          );
          expect(new Set(twins(one))).toEqual(new Set(near));
        }
      }),
    );
  });
});
