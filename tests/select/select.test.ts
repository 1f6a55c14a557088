import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLadders } from '../../pipeline/ladders.ts';
import type { Library } from '../../pipeline/model/library.ts';
import { Pack } from '../../pipeline/model/pack.ts';
import { idsOf, selectPacks } from '../../pipeline/select.ts';
import { libraryOf, SMALL } from '../pages/library.ts';

const ladders = await readLadders();
const library = libraryOf(SMALL);
const packOf = (path: string, from: Library = library) => {
  const pack = selectPacks(from, ladders).find((one) => one.path === path);
  if (!pack) throw new Error(`no pack ${path}`);
  return pack;
};
const texts = (path: string, section: string, from?: Library) =>
  (packOf(path, from).sections[section] ?? []).map(({ item }) => item.text);

describe('selectPacks', () => {
  it('makes every kind for everybody the sources speak of, and for nobody else', () => {
    const packs = selectPacks(library, ladders);
    expect(packs.map(({ path }) => path)).toMatchInlineSnapshot(`
      [
        "google/all-levels/cheat-sheet",
        "google/all-levels/checklist",
        "google/all-levels/story-worksheet",
        "google/all-levels/flash-cards",
        "meta/ic6/cheat-sheet",
        "meta/ic6/checklist",
        "meta/ic6/story-worksheet",
        "meta/ic6/flash-cards",
        "general/all-levels/cheat-sheet",
        "general/all-levels/checklist",
        "general/all-levels/story-worksheet",
        "general/all-levels/flash-cards",
      ]
    `);
    for (const pack of packs) Pack.parse(pack);
  });

  it('asks the exact level first, then the company, then anybody', () => {
    expect(packOf('meta/ic6/cheat-sheet').sections.questions?.map(({ origin }) => origin)).toEqual([
      'exact',
      'exact',
      'company',
      'company',
      'general',
    ]);
  });

  it('orders a company’s questions by round and difficulty', () => {
    expect(texts('meta/ic6/cheat-sheet', 'questions').slice(2, 4)).toEqual([
      'Describe a launch you stopped or delayed',
      'Explain an impact you are proud of, with its baseline',
    ]);
  });

  it('prints a near-duplicate once, with both places', () => {
    const launch = packOf('meta/ic6/cheat-sheet').sections.questions?.[2];
    expect(launch?.twins).toEqual([{ id: 'general-lesson-txt-9', file: 'general/lesson.txt', startLine: 9 }]);
  });

  it('attaches the lines of a question’s rubric in their own order', () => {
    const [first] = packOf('meta/ic6/cheat-sheet').sections.questions ?? [];
    expect(first?.attached.map(({ item }) => item.source.startLine)).toEqual([5, 6]);
  });

  it('borrows from another company only where a section would be empty', () => {
    const pitfalls = packOf('general/all-levels/cheat-sheet').sections.pitfalls ?? [];
    expect(pitfalls.map(({ origin }) => origin)).toEqual(['other-company', 'other-company']);
    expect(packOf('meta/ic6/cheat-sheet').sections.pitfalls?.map(({ origin }) => origin)).toEqual(['exact']);
    expect(packOf('google/all-levels/cheat-sheet').sections.focus).toEqual([]);
  });

  it('keeps one table of beats together, in its order', () => {
    expect(texts('meta/ic6/cheat-sheet', 'frame').map((text) => text.split(' ')[0])).toEqual([
      'Situation',
      'Task',
      'Action',
      'Result',
      'Lesson',
    ]);
  });

  it('lists what ranks below its section, of the company’s own', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({
      kind: 'question' as const,
      text: `Tell me about ${'abcdefghijklmnopqrstuvwxyzäöüß'[index]}${index} something entirely ${index * 7} other`,
    }));
    const many = libraryOf([{ file: 'a.txt', scope: { companies: ['meta'] }, rows }]);
    const pack = packOf('meta/all-levels/cheat-sheet', many);
    const kept = pack.sections.questions?.length ?? 0;
    expect(kept).toBeGreaterThan(5);
    expect(pack.leftOut).toHaveLength(30 - kept);
  });

  it('prints or lists everything of a company’s own that a kind of pack prints', () => {
    const scope = { companies: ['meta'], levels: ['IC6'] };
    const letters = [...'abcdefghijklmnop'];
    const many = libraryOf([
      {
        file: 'a.txt',
        scope,
        rows: letters.flatMap((letter) => [
          {
            kind: 'question' as const,
            id: `q-${letter}`,
            text: `Tell me ${letter.repeat(3)} about ${letter.repeat(5)}`,
          },
          ...[1, 2, 3, 4, 5, 6, 7].map((line) => ({
            kind: 'criterion' as const,
            text: `Shows ${letter.repeat(4)} as ${line} and ${letter.repeat(line)}`,
            question: `q-${letter}`,
          })),
          { kind: 'worked-example' as const, text: letter.repeat(600), beats: [], question: `q-${letter}` },
        ]),
      },
    ]);
    for (const kind of ['cheat-sheet', 'flash-cards']) {
      const { sections, leftOut } = packOf(`meta/ic6/${kind}`, many);
      const named = new Set([...idsOf(Object.values(sections).flat()), ...leftOut.map(({ id }) => id)]);
      expect(many.items.filter(({ id }) => !named.has(id))).toEqual([]);
    }
  });

  it('puts on a card only what is short enough for it, and says what is not', () => {
    const rows = [
      { kind: 'question' as const, id: 'q', text: 'Tell me about a mistake.', evaluates: 'candour' },
      { kind: 'worked-example' as const, text: 'A long tale. '.repeat(50), beats: [], question: 'q' },
      { kind: 'criterion' as const, text: 'Names who was hurt.', question: 'q' },
      {
        kind: 'worked-example' as const,
        text: 'A tale told by beats. '.repeat(50),
        beats: [{ name: 'action', text: 'A tale told by beats.', startLine: 7, endLine: 7 }],
        question: 'q',
      },
    ];
    const { sections, leftOut } = packOf('general/all-levels/flash-cards', libraryOf([{ file: 'a.txt', rows }]));
    expect(sections.questions?.[0]?.attached.map(({ item }) => item.kind)).toEqual(['criterion']);
    expect(leftOut).toEqual(['a-txt-5', 'a-txt-7'].map((id) => ({ id, reason: 'too long for its place' })));
  });

  it('gives everybody what holds for every role before what holds for one, and no bar of a company', () => {
    const mixed = libraryOf([
      {
        file: 'a.txt',
        rows: [
          { kind: 'guidance', text: 'Say the interval beside the figure.', scope: { roles: ['data-scientist'] } },
          { kind: 'guidance', text: 'Draw the service before you speak.', scope: { roles: ['software-engineer'] } },
          { kind: 'guidance', text: 'Stop when the lesson is told.' },
        ],
      },
      {
        file: 'b.txt',
        scope: { companies: ['meta'] },
        rows: [{ kind: 'level-bar', text: 'Reach Two teams', dimension: 'Reach', at: 'Two teams', level: 'IC6' }],
      },
    ]);
    const { sections } = packOf('general/all-levels/cheat-sheet', mixed);
    expect(sections.guidance?.map(({ origin }) => origin)).toEqual(['general', 'role', 'role']);
    expect(sections.bar).toEqual([]);
  });

  it('gives only what is asked for', () => {
    const paths = (request: Parameters<typeof selectPacks>[2]) =>
      selectPacks(library, ladders, request).map(({ path }) => path);
    expect(paths({ companies: ['Meta'], kinds: ['checklist'] })).toEqual(['meta/ic6/checklist']);
    expect(paths({ levels: ['e6'], kinds: ['checklist'] })).toEqual(['meta/ic6/checklist']);
    expect(paths({ levels: ['STAFF'], kinds: ['checklist'] })).toEqual(['meta/ic6/checklist']);
    expect(paths({ levels: ['IC4'] })).toEqual([]);
  });

  it('gives the same packs in whatever order files and items come', () => {
    const expected = JSON.stringify(selectPacks(library, ladders));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(library.items, { minLength: library.items.length }),
        fc.shuffledSubarray(library.sources, { minLength: library.sources.length }),
        (items, sources) => {
          expect(JSON.stringify(selectPacks({ ...library, items, sources }, ladders))).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});
