import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { openReaders } from '../../pipeline/extract.ts';
import type { SourceFile } from '../../pipeline/load.ts';
import { median } from '../bench/timed.ts';
import { BLOW_UPS, MANY_LINES } from './blow-ups.ts';
import { documentsIn, readText } from './reader.ts';
import { isLong } from './seeds.ts';

/** What may be needed more than for an ordinary file, in milliseconds of the processor: a busy machine does not count. */
const ALLOWANCE = 500;
const TRIES = 5;

const documents = documentsIn('sources');
const ordinary = documents.get('meta-ic6-cross-team-direction.txt') ?? '';
const source = (text: string): SourceFile => ({
  file: 'a.txt',
  sha256: '0'.repeat(64),
  text,
  vfile: new VFile({ path: 'a.txt' }),
});

/** Processor time of all threads, in milliseconds. */
function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test('each known blow-up is answered nearly as soon as an ordinary file, which it leaves whole', async () => {
  await using readers = openReaders();
  const answer = async (text: string) => {
    const before = process.cpuUsage();
    const [reading] = await readers.extract([source(text)], { parseTimeout: 1000 });
    return { items: reading?.items.length ?? 0, milliseconds: since(before) };
  };
  const { items } = await answer(ordinary);
  expect(items).toBeGreaterThan(20);
  const slow: string[] = [];
  for (const [name, { size, text }] of Object.entries(BLOW_UPS)) {
    // Each is held against the ordinary file read just before it: the machine is as busy for one as for the other.
    const more: number[] = [];
    for (let i = 0; i < TRIES && !more.some((one) => one <= ALLOWANCE); i++) {
      const usual = await answer(ordinary);
      more.push((await answer(text(size))).milliseconds - usual.milliseconds);
    }
    const least = Math.min(...more);
    if (least > ALLOWANCE) slow.push(`${name}: ${least.toFixed(0)} ms more than an ordinary file`);
  }
  expect(slow).toEqual([]);
  const { items: stillThere } = await answer(`${ordinary}\n\n${'* '.repeat(4_000)}\n${'*_'.repeat(20_000)}\n`);
  expect(stillThere).toBe(items);
}, 120_000);

/** Processor time that reading takes, in milliseconds. */
function cost(text: string): number {
  const before = process.cpuUsage();
  readText(text);
  return since(before);
}

/** Below this, a reading says more of the machine than of the text, in milliseconds. */
const NOISE = 5;
const PAIRS = isLong ? 15 : 3;

/** The median of what twice as much text costs, by what the text costs: side by side, in turns. */
function growth(text: (size: number) => string, size: number): number {
  const [once, twice] = [text(size), text(2 * size)];
  cost(once);
  return median(Array.from({ length: PAIRS }, () => (cost(twice) + NOISE) / (cost(once) + NOISE)));
}

test.each(Object.entries({ ...BLOW_UPS, ...MANY_LINES }))(
  '%s: twice as much costs at most 2.6 times as much',
  { retry: 2 },
  (_, { size, text }) => {
    expect(growth(text, Math.ceil(size / 4))).toBeLessThanOrEqual(2.6);
  },
);

test('twice as many documents in one file cost at most 2.6 times as much', () => {
  const all = [...documents.values()].map((text) => `${text.trimEnd()}\n\n`);
  expect(growth((size) => all.slice(0, size).join(''), 10)).toBeLessThanOrEqual(2.6);
});
