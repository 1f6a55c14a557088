import { anyScope } from '../../pipeline/model/any-scope.ts';
import type { Item, Kind } from '../../pipeline/model/item.ts';
import { Library } from '../../pipeline/model/library.ts';
import type { Scope } from '../../pipeline/model/scope.ts';

/** An item as a test writes it: its kind, its text, and what else matters. */
export type Row = { kind: Kind; text: string; scope?: Partial<Scope> } & { [field: string]: unknown };

/** A source of items, each on a line of its own; `scope` holds for all of them. */
export type Page = { file: string; date?: string; scope?: Partial<Scope>; rows: Row[] };

/** The first line that an item of a page stands on. */
const FIRST_LINE = 4;

function itemsOf({ file, scope, rows }: Page): Item[] {
  return rows.map(({ scope: own, ...fields }, index): Item => {
    const startLine = FIRST_LINE + index;
    return {
      id: `${file.replace(/\W+/g, '-')}-${startLine}`,
      source: { file, startLine, endLine: startLine, section: [fields.kind] },
      ...fields,
      scope: { ...anyScope(), ...scope, ...own },
    } as Item;
  });
}

/** A library written by hand, checked against the schema. */
export function libraryOf(pages: Page[]): Library {
  return Library.parse({
    schemaVersion: 1,
    sources: pages.map(({ file, date, rows }) => ({
      file,
      title: file,
      sha256: '0'.repeat(64),
      lines: FIRST_LINE + rows.length,
      ...(date ? { date } : {}),
      coverage: { items: [], headings: [], metadata: [], boilerplate: [], markup: [], unclaimed: [] },
    })),
    items: pages.flatMap(itemsOf),
  });
}

const META = { companies: ['meta'], roles: ['machine-learning-engineer'] };
const IC6 = { ...META, levels: ['IC6'], rounds: ['onsite'], difficulty: 'hard' };

/** Items of two companies, a level, and nobody's in particular: something of every section of every kind of pack. */
export const SMALL: Page[] = [
  {
    file: 'meta/direction.txt',
    date: '2026-09-14',
    scope: IC6,
    rows: [
      {
        kind: 'question',
        id: 'q-direction',
        text: 'Describe a direction that two teams follow because of you.',
        evaluates: 'scope and influence without authority',
      },
      {
        kind: 'criterion',
        text: 'The cost of going apart, measured before anything was proposed.',
        question: 'q-direction',
      },
      { kind: 'criterion', text: 'A loss that one team accepted → and what it got.', question: 'q-direction' },
      { kind: 'question', id: 'q-problem', text: 'Tell me about a problem across teams that no one had named.' },
      {
        kind: 'level-bar',
        text: 'Reach One team, others informed Two or more teams changed their plans',
        dimension: 'Reach',
        below: 'One team, others informed',
        at: 'Two or more teams changed their plans',
        level: 'IC6',
      },
      {
        kind: 'level-bar',
        text: 'Trade-off “Everybody gained” States who lost what',
        dimension: 'Trade-off',
        below: '“Everybody gained”',
        at: 'States who lost what',
        level: 'IC6',
      },
      {
        kind: 'pitfall',
        text: 'Borrowed authority. A weak answer says, “The director backed me.” A stronger answer says, “The lead with most to lose had a veto.”',
        weak: '“The director backed me.”',
        strong: '“The lead with most to lose had a veto.”',
      },
      {
        kind: 'follow-up',
        text: 'Which team had the best reason to refuse?',
        answer: 'The smallest: it had the tightest latency and the least to save.',
        question: 'q-direction',
        fieldLines: { answer: { startLine: 90, endLine: 91 } },
      },
      { kind: 'clarifying-question', text: 'How many teams would this person have to move in the first year?' },
      {
        kind: 'checklist-item',
        text: 'Teams: which two or more changed course?',
        label: 'Teams',
        pause: 'before-answer',
      },
      {
        kind: 'checklist-item',
        text: 'Price: who lost what, and agreed to it?',
        label: 'Price',
        pause: 'before-answer',
      },
      {
        kind: 'worked-example',
        text: 'Problem: three teams trained their own embeddings, 24 engineer-weeks a quarter. Decision: one shared training run. Result: 10 engineer-weeks, 14 fewer or 58%.',
        title: 'One embedding for three teams',
        question: 'q-direction',
        beats: [
          {
            name: 'problem',
            text: 'three teams trained their own embeddings, 24 engineer-weeks a quarter.',
            startLine: 15,
            endLine: 15,
          },
          { name: 'decision', text: 'one shared training run.', startLine: 15, endLine: 15 },
          { name: 'result', text: '10 engineer-weeks, 14 fewer or 58%.', startLine: 15, endLine: 15 },
        ],
      },
    ],
  },
  {
    file: 'meta/guide.txt',
    date: '2026-08-01',
    scope: META,
    rows: [
      {
        kind: 'company-focus',
        text: 'Meta Six signals Two stories for each signal',
        company: 'Meta',
        framework: 'Six signals',
        prepare: 'Two stories for each signal',
      },
      {
        kind: 'question',
        text: 'Describe a launch you stopped or delayed',
        scope: { rounds: ['onsite'], difficulty: 'hard' },
      },
      {
        kind: 'question',
        text: 'Explain an impact you are proud of, with its baseline',
        scope: { rounds: ['technical-screen'], difficulty: 'medium' },
      },
      { kind: 'checklist-item', text: 'Read story titles only; no new stories tonight.', pause: 'night-before' },
    ],
  },
  {
    file: 'google/attributes.txt',
    scope: { companies: ['google'] },
    rows: [
      { kind: 'question', text: 'Tell me about a time you changed the status quo.' },
      {
        kind: 'pitfall',
        text: 'A weak answer says “We just knew.” A stronger one says “We ran a test first.”',
        weak: '“We just knew.”',
        strong: '“We ran a test first.”',
      },
    ],
  },
  {
    file: 'general/lesson.txt',
    date: '2026-09-20',
    rows: [
      {
        kind: 'time-budget',
        text: 'Situation 15 sec Who was affected',
        beat: 'Situation',
        seconds: 15,
        include: 'Who was affected',
      },
      {
        kind: 'time-budget',
        text: 'Task 15 sec The part that was yours',
        beat: 'Task',
        seconds: 15,
        include: 'The part that was yours',
      },
      {
        kind: 'time-budget',
        text: 'Action 60 sec Two options and the choice',
        beat: 'Action',
        seconds: 60,
        include: 'Two options and the choice',
      },
      {
        kind: 'time-budget',
        text: 'Result 15 sec The figure after',
        beat: 'Result',
        seconds: 15,
        include: 'The figure after',
      },
      {
        kind: 'time-budget',
        text: 'Lesson 15 sec The rule that exists because of it',
        beat: 'Lesson',
        seconds: 15,
        include: 'The rule that exists because of it',
      },
      { kind: 'question', text: 'Describe a launch you stopped or delayed.' },
      { kind: 'question', text: 'How do you decide what not to do? 店面 Δ ≈ 3 ≤ 4 🙂' },
      { kind: 'clarifying-question', text: 'Is a story from outside my present job all right?' },
      { kind: 'checklist-item', text: 'Write down 8 to 12 stories, one line each.', pause: 'week-before' },
      { kind: 'checklist-item', text: 'Open the link ten minutes early.', pause: 'hour-before' },
      { kind: 'guidance', text: 'Stop when the lesson is told.' },
      { kind: 'question-to-ask', text: 'What did the last person who did very well in this role change?' },
    ],
  },
];
