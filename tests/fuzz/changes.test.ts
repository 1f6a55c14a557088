import { describe, expect, test } from 'vitest';
import { f1 } from '../score/score.ts';
import { letters } from '../score/words.ts';
import { CHANGES } from './changes.ts';
import { documentsIn, readText } from './reader.ts';
import { isLong } from './seeds.ts';

/** Every fifth document, in the long run every one. */
const documents = [...documentsIn('sources', 'tests/layouts/sources', 'tests/unseen/sources')]
  .filter((_, i) => isLong || i % 5 === 0)
  .map(([file, text]) => [file, text.replace(/\r\n?/g, '\n')] as const);

/** What a text gives, as kinds with their words. */
const itemsOf = (file: string, text: string): string[] =>
  readText(text, file).items.map((item) => `${item.kind}: ${letters(item.text)}`);

/** F1 of one list against another, each entry as often as it stands there. */
function agreement(before: readonly string[], after: readonly string[]): number {
  const left = [...after];
  const kept = before.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return f1({ found: kept.length, missed: before.length - kept.length, spurious: left.length });
}

describe('a change of the page that changes nothing it says', () => {
  const before = new Map(documents.map(([file, text]) => [file, itemsOf(file, text)]));

  for (const [name, change] of Object.entries(CHANGES))
    test(`${name}: every document keeps its items`, () => {
      const changed = documents.filter(([, text]) => change(text) !== text);
      expect(changed.length).toBeGreaterThan(5);
      const worse = changed
        .map(([file, text]) => ({ file, f1: agreement(before.get(file) ?? [], itemsOf(file, change(text))) }))
        .filter(({ f1 }) => f1 < 0.99);
      expect(worse).toEqual([]);
    });
});

test('the agreement counts what is lost and what is new', () => {
  expect(agreement(['a', 'b'], ['b', 'a'])).toBe(1);
  expect(agreement(['a', 'a'], ['a'])).toBeCloseTo(2 / 3);
  expect(agreement(['a'], ['b'])).toBe(0);
});

test('ids stay where other lines come and go', () => {
  const idsOf = (file: string, text: string) => readText(text, file).items.map(({ id }) => id);
  for (const [file, text] of documents) {
    const more = `\n\n${text.trimEnd()}\n\nShare on Twitter\n\n© 2026 Example Press. All rights reserved.\n`;
    expect({ file, ids: idsOf(file, more) }).toEqual({ file, ids: idsOf(file, text) });
  }
});
