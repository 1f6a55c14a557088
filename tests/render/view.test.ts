import { expect, it } from 'vitest';
import { readLadders } from '../../pipeline/ladders.ts';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { viewer } from '../../pipeline/render/view.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { cheatSheet } from '../../templates/cheat-sheet/kind.ts';
import { libraryOf, type Row } from '../pages/library.ts';

it('gives every question a first line of its rubric before any has a second', async () => {
  const rows = [...'abcd'].flatMap((letter): Row[] => [
    { kind: 'question', id: `q-${letter}`, text: `Why ${letter.repeat(5)}?` },
    ...[1, 2, 3].map(
      (line): Row => ({
        kind: 'criterion',
        text: `Shows ${letter.repeat(4)} as ${line} and ${letter.repeat(line)}`,
        question: `q-${letter}`,
      }),
    ),
  ]);
  const packs = selectPacks(libraryOf([{ file: 'a.txt', rows }]), await readLadders(), { kinds: ['cheat-sheet'] });
  const [pack] = packs;
  const rule = cheatSheet.sections.questions;
  if (!pack || !rule) throw new Error('no pack');
  const { words } = await loadTemplates();
  const { entries } = viewer(pack, words)(rule, pack.sections.questions ?? []);
  const byLine = [0, 1, 2].map((line) => entries.map(({ attached }) => attached[line]?.priority ?? Number.NaN));
  expect(byLine.flat()).toHaveLength(12);
  expect(byLine.flat()).toEqual([...byLine.flat()].sort((a, b) => a - b));
});
