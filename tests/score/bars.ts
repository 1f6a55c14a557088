import { f1, goldRows, noTally, precision, ratio, recall, type Score } from './score.ts';

/** The least that a score has to reach; each a share from 0 to 1. */
export interface Bars {
  f1: number;
  /** Asked of each kind with at least `ROWS_OF_A_KIND` gold rows. */
  f1OfKind: number;
  faithful: number;
  complete: number;
  attributes: number;
  questionPrecision: number;
  questionRecall: number;
}

/** Fewer rows than these say too little about a kind. */
export const ROWS_OF_A_KIND = 20;

/** What extraction must reach, by collection: the package's own sources, documents of many layouts, and sets written by people who had not seen it. */
export const BARS = {
  sources: {
    f1: 0.98,
    f1OfKind: 0.95,
    faithful: 1,
    complete: 0.97,
    attributes: 0.98,
    questionPrecision: 0.95,
    questionRecall: 0.95,
  },
  layouts: {
    f1: 0.98,
    f1OfKind: 0.9,
    faithful: 1,
    complete: 0.95,
    attributes: 0.98,
    questionPrecision: 0.97,
    questionRecall: 0.97,
  },
  unseen: {
    f1: 0.985,
    f1OfKind: 0.95,
    faithful: 1,
    complete: 0.97,
    attributes: 0.98,
    questionPrecision: 0.98,
    questionRecall: 0.98,
  },
  third: {
    f1: 0.99,
    f1OfKind: 0.97,
    faithful: 1,
    complete: 0.97,
    attributes: 0.99,
    questionPrecision: 0.98,
    questionRecall: 0.98,
  },
  fourth: {
    f1: 0.98,
    f1OfKind: 0.92,
    faithful: 1,
    complete: 0.98,
    attributes: 0.99,
    questionPrecision: 0.99,
    questionRecall: 0.99,
  },
  fifth: {
    f1: 0.94,
    f1OfKind: 0.8,
    faithful: 1,
    complete: 0.96,
    attributes: 0.94,
    questionPrecision: 0.97,
    questionRecall: 0.94,
  },
  sixth: {
    f1: 0.93,
    f1OfKind: 0.8,
    faithful: 1,
    complete: 0.97,
    attributes: 0.95,
    questionPrecision: 0.95,
    questionRecall: 0.97,
  },
  seventh: {
    f1: 0.93,
    f1OfKind: 0.85,
    faithful: 1,
    complete: 0.96,
    attributes: 0.91,
    questionPrecision: 0.94,
    questionRecall: 0.93,
  },
  eighth: {
    f1: 0.9,
    f1OfKind: 0.79,
    faithful: 1,
    complete: 0.96,
    attributes: 0.9,
    questionPrecision: 0.97,
    questionRecall: 0.93,
  },
  ninth: {
    f1: 0.88,
    f1OfKind: 0.79,
    faithful: 1,
    complete: 0.94,
    attributes: 0.93,
    questionPrecision: 0.95,
    questionRecall: 0.93,
  },
  tenth: {
    f1: 0.95,
    f1OfKind: 0.87,
    faithful: 1,
    complete: 0.97,
    attributes: 0.96,
    questionPrecision: 0.98,
    questionRecall: 0.87,
  },
  eleventh: {
    f1: 0.97,
    f1OfKind: 0.87,
    faithful: 1,
    complete: 0.98,
    attributes: 0.97,
    questionPrecision: 0.98,
    questionRecall: 0.97,
  },
  twelfth: {
    f1: 0.91,
    f1OfKind: 0.6,
    faithful: 1,
    complete: 0.98,
    attributes: 0.92,
    questionPrecision: 0.95,
    questionRecall: 0.96,
  },
  thirteenth: {
    f1: 0.87,
    f1OfKind: 0.5,
    faithful: 1,
    complete: 0.98,
    attributes: 0.85,
    questionPrecision: 0.92,
    questionRecall: 0.82,
  },
  fourteenth: {
    f1: 0.98,
    f1OfKind: 0.88,
    faithful: 1,
    complete: 0.98,
    attributes: 0.97,
    questionPrecision: 0.98,
    questionRecall: 0.98,
  },
} satisfies Record<string, Bars>;

/** Each bar that a score stays below, as a sentence. */
export function below(score: Score, bars: Bars): string[] {
  const questions = score.kinds.get('question') ?? noTally();
  const reached: [name: string, value: number, bar: number][] = [
    ['F1', f1(score.total), bars.f1],
    ['faithful', ratio(score.faithful), bars.faithful],
    ['complete', ratio(score.complete), bars.complete],
    ['attributes', ratio(score.attributes), bars.attributes],
    ['precision of questions', precision(questions), bars.questionPrecision],
    ['recall of questions', recall(questions), bars.questionRecall],
    ...[...score.kinds]
      .filter(([, tally]) => goldRows(tally) >= ROWS_OF_A_KIND)
      .map(([kind, tally]): [string, number, number] => [`F1 of ${kind}`, f1(tally), bars.f1OfKind]),
  ];
  const missed = reached.filter(([, value, bar]) => value < bar);
  return missed.map(([name, value, bar]) => `${name} ${value.toFixed(4)} is below ${bar}`);
}
