import { expect, it } from 'vitest';
import { readLadders } from '../../pipeline/ladders.ts';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { viewer } from '../../pipeline/render/view.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { cheatSheet } from '../../templates/cheat-sheet/kind.ts';
import { weakWidth } from '../../templates/cheat-sheet/sides.ts';
import { libraryOf } from '../pages/library.ts';

/** The width of what not to say where one pair has sides of so many letters. */
async function widthOf(weak: number, strong: number): Promise<number> {
  const [no, yes] = ['a'.repeat(weak), 'b'.repeat(strong)];
  const rows = [{ kind: 'pitfall' as const, text: `${no} ${yes}`, weak: no, strong: yes }];
  const [pack] = selectPacks(libraryOf([{ file: 'a.txt', rows }]), await readLadders(), { kinds: ['cheat-sheet'] });
  const rule = cheatSheet.sections.pitfalls;
  if (!pack || !rule) throw new Error('no pack');
  const { words } = await loadTemplates();
  return weakWidth(viewer(pack, words)(rule, pack.sections.pitfalls ?? []).entries);
}

it('shares the width of a table as its sides need it, within bounds', async () => {
  expect(await widthOf(50, 60)).toBe(45);
  expect(await widthOf(10, 90)).toBe(38);
  expect(await widthOf(90, 10)).toBe(50);
  expect(weakWidth([])).toBe(38);
});
