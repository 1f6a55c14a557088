import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, contradictions } from '../../pipeline/extract/contradict.ts';
import { extract, gather, type Reading } from '../../pipeline/extract.ts';
import { load } from '../../pipeline/load.ts';
import { Diagnostic } from '../../pipeline/model/diagnostic.ts';
import { Library } from '../../pipeline/model/library.ts';
import { diagnosticsOf } from '../../pipeline/rules.ts';
import { brokenPromises } from './promises.ts';
import { readText } from './reader.ts';
import { cases, SEEDS } from './seeds.ts';
import { anyBytes } from './texts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function expectValid(readings: Reading[]): void {
  const library = gather(readings);
  expect(Library.safeParse(library).error).toBeUndefined();
  expect(contradictions([claimsOf(library.items)])).toEqual([]);
}

describe('any bytes, loaded, read and validated', () => {
  for (const [which, seed] of Object.entries(SEEDS))
    test(`keep the promises, from ${which}`, async () => {
      const keepThem = async (bytes: Uint8Array) => {
        await writeFile(join(folder, 'a.txt'), bytes);
        const [source] = await load(folder);
        expect(source?.file).toBe('a.txt');
        const found = source ? diagnosticsOf(source.vfile) : [];
        for (const one of found) expect(Diagnostic.safeParse(one).error).toBeUndefined();
        if (source?.text === undefined) {
          expect(found.filter(({ severity }) => severity === 'error')).toHaveLength(1);
          return;
        }
        const reading = readText(source.text, source.file, source.sha256);
        expect(brokenPromises(source.text, reading)).toEqual([]);
        expectValid([reading]);
      };
      await fc.assert(fc.asyncProperty(anyBytes, keepThem), { seed, numRuns: cases(200) });
    });

  test('come out of the workers as they do in this process, each file by itself', async () => {
    const all = fc.sample(anyBytes, { seed: SEEDS['the fixed seed'], numRuns: 60 });
    for (const [i, bytes] of all.entries()) await writeFile(join(folder, `${String(i).padStart(2, '0')}.txt`), bytes);
    const sources = await load(folder);
    const readings = await extract(sources, { parseTimeout: 10_000 });
    for (const [i, { file, sha256, text }] of sources.entries())
      if (text !== undefined) {
        const { source, items } = readText(text, file, sha256);
        expect(readings[i]).toMatchObject({ source, items });
      }
    expect(readings).toHaveLength(sources.length);
    expectValid(readings);
  });
});
