import { expect, it } from 'vitest';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { timeBar, wholeOf } from '../../templates/shared/time-bar.ts';
import { libraryOf } from '../pages/library.ts';

const { words } = await loadTemplates();

type Length = { seconds?: number; secondsMin?: number; secondsMax?: number; percent?: number };

function entriesOf(lengths: Length[]) {
  const rows = lengths.map((length, at) => ({
    kind: 'time-budget' as const,
    text: `Beat ${at}`,
    beat: 'Beat',
    ...length,
  }));
  const { items } = libraryOf([{ file: 'a.txt', rows }]);
  return items.map((item, rank) => ({ item, rank, origin: 'general' as const, twins: [], attached: [] }));
}

function barOf(...seconds: number[]) {
  return timeBar(entriesOf(seconds.map((length) => ({ seconds: length }))), words, 190);
}

const widths = (columns = '') => columns.split(' ').map((column) => Number.parseFloat(column));

it('draws beats to scale', () => {
  expect(barOf(15, 15, 60, 15, 15)?.segments.map(({ x, width }) => [x, width])).toEqual([
    [0, 125],
    [125, 125],
    [250, 500],
    [750, 125],
    [875, 125],
  ]);
});

it('gives short beats enough room for their captions, and the rest as it is', () => {
  const bar = barOf(10, 15, 90, 30, 30);
  expect(widths(bar?.columns).reduce((sum, width) => sum + width, 0)).toBeCloseTo(1000, 0);
  expect(Math.min(...widths(bar?.columns))).toBeGreaterThanOrEqual(172);
  expect(bar?.segments.map(({ caption }) => caption)).toEqual(
    [...(bar?.segments ?? [])].map(
      (_, at) =>
        Math.round(
          widths(bar?.columns)
            .slice(0, at)
            .reduce((sum, width) => sum + width, 0) * 100,
        ) / 100,
    ),
  );
  expect(widths(barOf(30, 30, 30)?.columns)).toEqual([333.33, 333.33, 333.33]);
});

it('is none where lengths are of two kinds, or there is one beat', () => {
  expect(barOf(30)).toBeNull();
});

it('says how long all beats take together, also to who only hears it', () => {
  expect(barOf(20, 10, 75, 25, 20)).toMatchObject({
    whole: '2 min 30 s in all',
    alt: expect.stringMatching(/; 2 min 30 s in all$/),
  });
  expect(barOf(15, 15, 60, 15, 15)?.whole).toBe('2 min in all');
  expect(barOf(20, 25)?.whole).toBe('45 s in all');
  const wholeLasting = (...lengths: Length[]) => wholeOf(entriesOf(lengths), words);
  expect(wholeLasting({ secondsMin: 60, secondsMax: 90 }, { seconds: 30 })).toBe('1 min 30 s–2 min in all');
  expect(wholeLasting({ seconds: 30 }, {})).toBeNull();
  expect(wholeLasting({ percent: 40 }, { percent: 60 })).toBeNull();
});
