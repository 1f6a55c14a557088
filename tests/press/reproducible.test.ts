import { expect, test } from 'vitest';
import { PDF_DATE, reproducible } from '../../pipeline/press/reproducible.ts';

const MADE = "/CreationDate (D:20261122072045+00'00')\n/ModDate (D:20261122072046-05'30')";

test('the dates of making become one fixed date, of the same length', () => {
  const fixed = reproducible(MADE);
  expect(fixed).toBe("/CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00')");
  expect(fixed).toHaveLength(MADE.length);
  expect(PDF_DATE).toBe('2000-01-01T00:00:00Z');
});

/** A document of three headers that the renderer gave these ids, with the tree by which they are found. */
function tagged(ids: [number, number, number]): string {
  const [a, b, c] = ids.map((id) => `(node${String(id).padStart(8, '0')})`);
  const entries = [`${a} 4 0 R`, `${b} 16 0 R`, `${c} 9 0 R`].sort();
  const sorted = [a, b, c].sort();
  return [
    `/ID ${a}>>\n/ID ${b}>>\n/Headers [${a} ${b}]>>\n/ID ${c}>>\n/Headers [${c}]>>`,
    `<</Limits [${sorted[0]} ${sorted[2]}]\n/Names [${entries.join(' ')}]>>`,
  ].join('\n');
}

test('the ids of table headers are counted anew in each file, as they come', () => {
  const first = reproducible(tagged([17, 18, 19]));
  expect(first).toBe(tagged([1, 2, 3]));
  for (const ids of [
    [4712, 4713, 4714],
    [9, 10, 11],
    [30, 20, 10],
    [2, 1, 3],
  ] as [number, number, number][]) {
    expect(reproducible(tagged(ids))).toBe(first);
  }
});

test('a title that looks like them stays', () => {
  const title = "/Title (on node00004712 and /CreationDate \\(D:20261122072045+00'00'\\))";
  expect(reproducible(title)).toBe(title);
});
