import { expect, it } from 'vitest';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { timeBar } from '../../templates/shared/time-bar.ts';
import { libraryOf } from '../pages/library.ts';

const { words } = await loadTemplates();

function barOf(...seconds: number[]) {
  const rows = seconds.map((length) => ({
    kind: 'time-budget' as const,
    text: `Beat ${length}`,
    beat: 'Beat',
    seconds: length,
  }));
  const { items } = libraryOf([{ file: 'a.txt', rows }]);
  const entries = items.map((item, rank) => ({ item, rank, origin: 'general' as const, twins: [], attached: [] }));
  return timeBar(entries, words, 190);
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
