import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryFile } from '../../pipeline/build/drafted.ts';
import { KEPT_FORM, keep } from '../../pipeline/cache/kept-reading.ts';
import { gather, type Reading } from '../../pipeline/extract.ts';
import { listedJson } from '../../pipeline/listed.ts';
import { Library } from '../../pipeline/model/library.ts';
import { guide, META } from '../build/small.ts';
import { readText } from '../fuzz/reader.ts';
import { anyText } from '../fuzz/texts.ts';

const back = (reading: Reading, text = '') => KEPT_FORM.fromBytes(Buffer.from(KEPT_FORM.toBytes(keep(reading, text))));

test('what is kept of any text is had back as it was read, and makes the file of the library', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => {
      const readings = texts.map((text, place) => readText(text, `${place}.txt`));
      const kept = readings.map((reading, place) => back(reading, texts[place]));
      for (const [place, reading] of readings.entries()) {
        const { source, items, diagnostics } = kept[place] ?? {};
        expect({ source, items, diagnostics }).toEqual(reading);
      }
      const file = Buffer.from(libraryFile(kept.flatMap((one) => one ?? []))).toString();
      expect(file).toBe(listedJson(gather(readings)));
      expect(Library.safeParse(JSON.parse(file)).error).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('any change of a byte that was kept is found', () => {
  const bytes = Buffer.from(KEPT_FORM.toBytes(keep(readText(guide(META)), guide(META))));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const damaged = Buffer.from(bytes);
      damaged[at] = ((bytes[at] ?? 0) + by) % 256;
      // The line end behind the hash is the one byte that says nothing.
      if (at !== 64) expect(KEPT_FORM.fromBytes(damaged)).toBeUndefined();
    }),
  );
  expect(KEPT_FORM.fromBytes(bytes.subarray(0, -1))).toBeUndefined();
});
