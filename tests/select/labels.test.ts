import { expect, it } from 'vitest';
import type { Entry, Origin } from '../../pipeline/model/pack.ts';
import { nearestByLabel } from '../../templates/shared/labels.ts';
import { libraryOf } from '../pages/library.ts';

function kept(...lines: [origin: Origin, label: string | undefined][]): number[] {
  const rows = lines.map(([, label], at) => ({
    kind: 'guidance' as const,
    text: `Line ${at}`,
    ...(label && { label }),
  }));
  const entries = libraryOf([{ file: 'a.txt', rows }]).items.map(
    (item, rank): Entry => ({ item, rank, origin: lines[rank]?.[0] ?? 'exact', twins: [], attached: [] }),
  );
  return nearestByLabel(entries).map(({ rank }) => rank);
}

it('keeps of lines under one name those of the nearest, in their order', () => {
  expect(kept(['band', 'Scope'], ['exact', 'Scope:'], ['band', 'Pace'], ['exact', 'scope'])).toEqual([1, 2, 3]);
});

it('leaves lines without a name alone', () => {
  expect(kept(['exact', undefined], ['general', undefined], ['general', 'Evidence'])).toEqual([0, 1, 2]);
});
