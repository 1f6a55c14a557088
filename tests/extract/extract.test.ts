import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RECOGNISERS } from '../../pipeline/extract/recognisers.ts';
import { KINDS } from '../../pipeline/model/item.ts';
import { brokenPromises } from '../fuzz/promises.ts';
import { readText } from '../fuzz/reader.ts';
import { expectGolden, fixturesIn, mustOf, sourceOf } from './golden.ts';
import { told } from './told.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

for (const group of ['kinds', 'layouts'])
  describe(group, () => {
    for (const name of fixturesIn(at(`./fixtures/${group}`)))
      test(name, async () => {
        const fixture = join(at(`./fixtures/${group}`), name);
        const { file, text } = await sourceOf(fixture);
        const reading = readText(text, file);
        const lines = told(reading);
        for (const must of await mustOf(fixture))
          if (must.startsWith('!')) expect(lines.filter((line) => line.startsWith(must.slice(1)))).toEqual([]);
          else expect(lines).toContainEqual(expect.stringMatching(startingWith(must)));
        if (group === 'kinds') expect(reading.items.some(({ kind }) => kind === name)).toBe(true);
        expect(brokenPromises(text, reading)).toEqual([]);
        await expectGolden(fixture, 'expected.txt', `${lines.join('\n')}\n`);
      });
  });

test('every kind has a recogniser and a fixture', () => {
  expect(Object.keys(RECOGNISERS).sort()).toEqual([...KINDS].sort());
  expect(fixturesIn(at('./fixtures/kinds'))).toEqual([...KINDS].sort());
});

const startingWith = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
