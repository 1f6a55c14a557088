import { expect, test } from 'vitest';
import { validate } from '../../pipeline/validate.ts';
import { guide, META } from '../build/small.ts';
import { readText } from '../fuzz/reader.ts';

const reading = readText(guide(META), 'meta/ownership.txt', '0'.repeat(64));

test('what fits the schema stays as it is', () => {
  expect(reading.items.length).toBeGreaterThan(1);
  expect(validate(reading)).toBe(reading);
});

test('an item that does not fit is left out, with its place', () => {
  const [first, ...rest] = reading.items;
  if (!first) throw new Error('There is no item');
  const { items, diagnostics, source } = validate({ ...reading, items: [{ ...first, text: '' }, ...rest] });
  expect(items).toEqual(rest);
  expect(source).toBe(reading.source);
  expect(diagnostics).toEqual([
    ...reading.diagnostics,
    expect.objectContaining({ rule: 'invalid-item', file: 'meta/ownership.txt', line: first.source.startLine }),
  ]);
});
