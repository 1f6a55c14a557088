import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHashes } from '../../pipeline/cache/copy-key.ts';
import type { Entries } from '../../pipeline/cache/entries.ts';
import { KEPT_FORM, type KeptReading, keep } from '../../pipeline/cache/kept-reading.ts';
import { digestPack, type Selected, select } from '../../pipeline/cache/selections.ts';
import { catalogueOf } from '../../pipeline/catalogue.ts';
import { gather } from '../../pipeline/extract.ts';
import { readLadders } from '../../pipeline/ladders.ts';
import type { Kind } from '../../pipeline/model/item.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { libraryOf, type Page, type Row, SMALL } from '../pages/library.ts';

const ladders = await readLadders();
const inputs = { program: 'a', ladders: 'b', fonts: 'c', browser: 'd', unicode: 'e', templates: {} };

/** Each source of some pages as a build keeps it, and as it has it back. */
function kept(pages: Page[]): KeptReading[] {
  const { sources, items } = libraryOf(pages);
  return sources.map((source) => {
    const reading = { source, items: items.filter((item) => item.source.file === source.file), diagnostics: [] };
    const back = KEPT_FORM.fromBytes(Buffer.from(KEPT_FORM.toBytes(keep(reading, ''))));
    if (!back) throw new Error('what was kept can be read');
    return back;
  });
}

/** A cache in memory that counts what is put there. */
function memory(): Entries<Selected> & { puts: () => number } {
  const values = new Map<string, string>();
  let count = 0;
  return {
    has: (key) => values.has(key),
    get: (key) => (values.has(key) ? JSON.parse(values.get(key) ?? '') : undefined),
    put: async (key, value) => {
      count++;
      values.set(key, JSON.stringify(value));
    },
    keep: async () => undefined,
    puts: () => count,
  };
}

const chosen = (readings: KeptReading[], known: Entries<Selected>, request = {}) => {
  const catalogue = catalogueOf(readings.map(({ digest }) => digest));
  return select({ readings, catalogue, ladders, request, inputs, known });
};

const KINDS: Kind[] = ['question', 'criterion', 'pitfall', 'guidance', 'checklist-item', 'follow-up', 'constraint'];
const row = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    words: fc.array(fc.constantFrom('launch', 'team', 'metric', 'risk', 'why', 'no'), { minLength: 1, maxLength: 5 }),
    companies: fc.subarray(['meta', 'google', 'apple'], { maxLength: 2 }),
    levels: fc.subarray(['IC6', 'L5'], { maxLength: 1 }),
  })
  .map(({ kind, words, ...scope }): Row => ({ kind, text: words.join(' '), scope }));
/** The first question of a page has all of the page's criteria. */
const page = fc
  .record({ file: fc.constantFrom('a.txt', 'b.txt', 'c.txt'), rows: fc.array(row, { maxLength: 5 }) })
  .map(({ file, rows }): Page => {
    const first = rows.find(({ kind }) => kind === 'question');
    const linked = rows.map((one) => {
      if (one === first) return { ...one, id: file };
      return first && one.kind === 'criterion' ? { ...one, question: file } : one;
    });
    return { file, rows: linked };
  });

test('after any changes, what is chosen anew or was kept is what is chosen from the whole library', async () => {
  const edits = fc.array(page, { minLength: 1, maxLength: 5, size: 'max' });
  await fc.assert(
    fc.asyncProperty(edits, fc.constantFrom([], SMALL), async (changes, start) => {
      const known = memory();
      let pages = start;
      for (const changed of changes) {
        pages = [...pages.filter(({ file }) => file !== changed.file), changed];
        const readings = kept(pages);
        const { packs, open } = await chosen(readings, known);
        const expected = selectPacks(gather(readings), ladders);
        const contentOf = contentHashes();
        expect(packs).toEqual(expected.map((pack) => digestPack(pack, contentOf)));
        const again = await chosen(kept(pages), known);
        expect(again.packs.map(again.open)).toEqual(expected);
        expect(packs.map(open)).toEqual(expected);
      }
    }),
    { numRuns: process.env.PREPRESS_LONG ? 2_000 : 150 },
  );
});

const question = (company: string, text: string): Page => ({
  file: `${company}.txt`,
  scope: { companies: [company] },
  rows: [{ kind: 'question', text }],
});

test('only the company that a changed source speaks of is chosen for anew, and whoever borrows from it', async () => {
  const known = memory();
  const [meta, google] = [question('meta', 'What broke?'), question('google', 'Who helped you?')];
  const own: Page = { file: 'own.txt', rows: [{ kind: 'question', text: 'Why this role?' }] };
  await chosen(kept([meta, google, own]), known);
  expect(known.puts()).toBe(3);
  await chosen(kept([meta, google, own]), known);
  expect(known.puts()).toBe(3);
  // The general audience has a question of its own.
  await chosen(kept([question('meta', 'What broke first?'), google, own]), known);
  expect(known.puts()).toBe(4);
  await chosen(kept([meta, google, own, question('apple', 'Which detail?')]), known);
  expect(known.puts()).toBe(5);
  await chosen(kept([meta, google]), known);
  expect(known.puts()).toBe(8);
  // It has none: it borrows from everybody.
  await chosen(kept([question('meta', 'What broke first?'), google]), known);
  expect(known.puts()).toBe(10);
});

test('asking for one company finds what a build for all has chosen', async () => {
  const known = memory();
  const readings = kept(SMALL);
  await chosen(readings, known);
  const before = known.puts();
  const { packs } = await chosen(readings, known, { companies: ['meta'] });
  expect(packs.map(({ path }) => path)).toContain('meta/ic6/cheat-sheet');
  expect(known.puts()).toBe(before);
});
