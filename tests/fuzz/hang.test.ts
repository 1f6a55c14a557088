import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { openReaders } from '../../pipeline/extract.ts';
import type { SourceFile } from '../../pipeline/load.ts';
import { BLOW_UPS } from './blow-ups.ts';
import { documentsIn } from './reader.ts';

/** More than an ordinary file takes, in milliseconds of the clock. */
const ALLOWANCE = 500;
const TRIES = 3;

const documents = documentsIn('sources');
const ordinary = documents.get('meta-ic6-cross-team-direction.txt') ?? '';
const source = (text: string): SourceFile => ({
  file: 'a.txt',
  sha256: '0'.repeat(64),
  text,
  vfile: new VFile({ path: 'a.txt' }),
});
const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

test('each known blow-up is answered nearly as soon as an ordinary file', async () => {
  await using readers = openReaders();
  const answer = async (text: string) => {
    const began = performance.now();
    const [reading] = await readers.extract([source(text)], { parseTimeout: 1000 });
    return { reading, milliseconds: performance.now() - began };
  };
  await answer(ordinary);
  const usual = median([
    (await answer(ordinary)).milliseconds,
    (await answer(ordinary)).milliseconds,
    (await answer(ordinary)).milliseconds,
  ]);
  const slow: string[] = [];
  for (const [name, text] of Object.entries(BLOW_UPS)) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < TRIES && least > usual + ALLOWANCE; i++)
      least = Math.min(least, (await answer(text)).milliseconds);
    if (least > usual + ALLOWANCE)
      slow.push(`${name}: ${least.toFixed(0)} ms, an ordinary file ${usual.toFixed(0)} ms`);
  }
  expect(slow).toEqual([]);
});
