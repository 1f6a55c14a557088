import fc from 'fast-check';
import { test } from 'vitest';
import { normalise } from '../../pipeline/vocabulary/normalise.ts';

/** The same by the tables of Unicode alone. */
const byUnicode = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const PLAIN = [...'aZ9 \t\n\u00a0\u2003\ufeff\'`"-.|*‘’“”–—…·•'];
const OTHER = [...'éßİſＡ²½´ﬁ中\u0301\u200d😀'];
const text = (characters: string[]) =>
  fc.array(fc.constantFrom(...characters), { maxLength: 12 }).map((all) => all.join(''));

test('plain texts are normalised without the tables of Unicode to the same words as with them', () => {
  const any = fc.oneof(
    text(PLAIN),
    text([...PLAIN, ...OTHER]),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(any, (given) => normalise(given) === byUnicode(given)),
    { numRuns: 5_000 },
  );
});
