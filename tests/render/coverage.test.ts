import { describe, expect, it } from 'vitest';
import { coverageOf, legible } from '../../pipeline/render/coverage.ts';
import { packFonts } from '../../pipeline/render/fonts.ts';

const covers = coverageOf(await packFonts());

describe('legible', () => {
  it.each(['Plain words', '→ ≤ ≈ Δ 店面 🙂 ☐', 'Zażółć Ωμέγα Привет', '👩‍💻 and ✔️', 'a\u00A0b\u200Bc'])(
    'lets “%s” be',
    (text) => {
      expect(legible(text, covers)).toBe(text);
    },
  );

  it('names in code points what no font can print', () => {
    expect(legible('Say สวัส now', covers)).toBe('Say [U+0E2A U+0E27 U+0E31 U+0E2A] now');
    expect(legible('→\uE000', covers)).toBe('→[U+E000]');
  });
});
