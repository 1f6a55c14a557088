import { expect, test } from 'vitest';
import { contentHashes, copyKey } from '../../pipeline/cache/copy-key.ts';
import { digestPack } from '../../pipeline/cache/selections.ts';
import { gather } from '../../pipeline/extract.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import type { Pack } from '../../pipeline/model/pack.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { guide, META } from '../build/small.ts';
import { readText } from '../fuzz/reader.ts';

const packsOf = async (questions: string[]): Promise<Pack> => {
  const library = gather([readText(guide({ ...META, questions }), 'meta.txt')]);
  const [pack] = selectPacks(library, await readLadders(), { kinds: ['cheat-sheet'], companies: ['meta'] });
  if (!pack) throw new Error('the guide makes a pack');
  return pack;
};
const inputs = { program: 'a', ladders: 'b', fonts: 'c', browser: 'd', unicode: 'e', templates: {} };
const keyOf = (pack: Pack) => copyKey({ pack: digestPack(pack, contentHashes()), paper: 'a4' }, inputs, undefined);

test('the key of a copy changes with what is printed, and with how much is left out, not with what', async () => {
  const pack = await packsOf(META.questions);
  const leaving = (...ids: string[]) => keyOf({ ...pack, leftOut: ids.map((id) => ({ id, reason: 'no room' })) });
  expect(leaving('a', 'b')).toBe(leaving('c', 'd'));
  expect(leaving('a', 'b')).not.toBe(leaving('a'));
  expect(keyOf(pack)).toBe(keyOf(await packsOf(META.questions)));
  expect(keyOf(pack)).not.toBe(keyOf(await packsOf(['What would you never do again?'])));
});
