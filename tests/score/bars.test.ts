import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BARS, below } from './bars.ts';
import { BASELINES, baselineQuestions } from './baselines.ts';
import { type Collection, readCollection } from './collection.ts';
import { extracted } from './obtain.ts';
import { f1, noTally, type Score, score } from './score.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const f1OfQuestions = ({ kinds }: Score): number => f1(kinds.get('question') ?? noTally());

const COLLECTIONS = {
  sources: [at('../../sources'), at('../gold')],
  layouts: [at('../layouts/sources'), at('../layouts/gold')],
  unseen: [at('../unseen/sources'), at('../unseen/gold')],
  third: [at('../third/sources'), at('../third/gold')],
  fourth: [at('../fourth/sources'), at('../fourth/gold')],
  fifth: [at('../fifth/sources'), at('../fifth/gold')],
  sixth: [at('../sixth/sources'), at('../sixth/gold')],
  seventh: [at('../seventh/sources'), at('../seventh/gold')],
  eighth: [at('../eighth/sources'), at('../eighth/gold')],
  ninth: [at('../ninth/sources'), at('../ninth/gold')],
  tenth: [at('../tenth/sources'), at('../tenth/gold')],
  eleventh: [at('../eleventh/sources'), at('../eleventh/gold')],
  twelfth: [at('../twelfth/sources'), at('../twelfth/gold')],
  thirteenth: [at('../thirteenth/sources'), at('../thirteenth/gold')],
  fourteenth: [at('../fourteenth/sources'), at('../fourteenth/gold')],
} satisfies Record<keyof typeof BARS, [string, string]>;

for (const [name, [sources, gold]] of Object.entries(COLLECTIONS) as [keyof typeof BARS, [string, string]][])
  describe(name, async () => {
    const collection: Collection = await readCollection(sources, gold);

    test('has gold for every source, without a mistake', () => {
      expect(collection.problems).toEqual([]);
      expect(collection.documents.length).toBe(collection.sources.length);
      expect(collection.documents.length).toBeGreaterThan(7);
    });

    test('is extracted above every bar, and better than the baselines', { timeout: 120_000 }, async () => {
      const reached = score(collection.documents, (await extracted(collection)).items);
      expect(below(reached, BARS[name])).toEqual([]);
      for (const isQuestion of Object.values(BASELINES)) {
        const baseline = score(collection.documents, baselineQuestions(isQuestion, collection.documents));
        expect(f1OfQuestions(reached)).toBeGreaterThan(f1OfQuestions(baseline));
      }
    });
  });

describe('bars', () => {
  const perfect: Score = {
    kinds: new Map([
      ['question', { found: 30, missed: 0, spurious: 0 }],
      ['hint', { found: 10, missed: 9, spurious: 0 }],
    ]),
    documents: [],
    total: { found: 1000, missed: 9, spurious: 0 },
    faithful: { part: 40, whole: 40 },
    complete: { part: 99, whole: 100 },
    attributes: { part: 0, whole: 0 },
    remarks: [],
  };

  test('are met by a score above them; a kind of few rows has none', () => {
    expect(below(perfect, BARS.sources)).toEqual([]);
  });

  test('name what stays below them', () => {
    const poor: Score = {
      ...perfect,
      kinds: new Map([...perfect.kinds, ['hint', { found: 15, missed: 15, spurious: 0 }]]),
    };
    expect(below({ ...poor, faithful: { part: 39, whole: 40 } }, BARS.sources)).toEqual([
      'faithful 0.9750 is below 1',
      'F1 of hint 0.6667 is below 0.95',
    ]);
  });
});
