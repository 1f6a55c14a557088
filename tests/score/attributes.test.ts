import { expect, test } from 'vitest';
import { anyScope } from '../../pipeline/model/any-scope.ts';
import type { Item } from '../../pipeline/model/item.ts';
import { ATTRIBUTE_NAMES, isAttribute, wrongAttributes } from './attributes.ts';
import { sample } from './sample.ts';

const question = sample('question', { line: 3, id: 'q' });
const around = {
  lines: ['What went wrong?', '- Answer: say the cause first, then the guard.'],
  questions: new Map([['q', question]]),
};
const scoped = (scope: Partial<Item['scope']>) => sample('question', { scope: { ...anyScope(), ...scope } });
const story = (...names: string[]) =>
  sample('worked-example', { beats: names.map((name) => ({ name, text: 'x', startLine: 1, endLine: 1 })) });
const steps = ['a', 'b'].map((name) => ({ name, startLine: 1, endLine: 1 }));

const CASES: [attribute: string, right: Item[], wrong: Item[]][] = [
  [
    'company=meta',
    [scoped({ companies: ['Meta', 'meta'] }), sample('company-focus', { company: 'META' })],
    [scoped({}), scoped({ companies: ['meta', 'google'] }), sample('company-focus', { company: 'Google' })],
  ],
  ['company=none', [scoped({})], [scoped({ companies: ['meta'] })]],
  ['level=61,62', [scoped({ levels: ['62', '61'] })], [scoped({ levels: ['61'] })]],
  [
    'level=IC6',
    [sample('level-bar', { level: 'ic6', dimension: 'x', at: 'y' })],
    [sample('level-bar', { level: 'IC5', dimension: 'x', at: 'y' })],
  ],
  [
    'role=machine-learning-engineer',
    [scoped({ roles: ['Machine Learning Engineer'] })],
    [scoped({ roles: ['engineer'] })],
  ],
  ['round=onsite', [scoped({ rounds: ['onsite'] })], [scoped({ rounds: ['technical-screen'] })]],
  ['difficulty=hard', [scoped({ difficulty: 'Hard' })], [scoped({}), scoped({ difficulty: 'easy' })]],
  [
    'seconds=15',
    [sample('time-budget', { beat: 'x', seconds: 15 })],
    [sample('time-budget', { beat: 'x', secondsMin: 15, secondsMax: 15 }), question],
  ],
  ['evaluates=yes', [sample('question', { evaluates: 'x' })], [question]],
  ['evaluates=no', [question], [sample('question', { evaluates: 'x' })]],
  ['steps=2', [sample('answer-outline', { steps })], [sample('answer-outline', { steps: steps.slice(1) }), question]],
  ['ends=wrong', [question], [sample('question', { text: 'What went wrong? Meta' })]],
  [
    'category=system-design',
    [sample('related-concept', { title: 'x', category: 'System Design' })],
    [sample('related-concept', { title: 'x' })],
  ],
  ['question=2-3', [sample('hint', { question: 'q' })], [sample('hint', { question: 'gone' }), sample('hint')]],
  ['question=2', [], [sample('hint', { question: 'q' })]],
  ['question=none', [sample('hint')], [sample('hint', { question: 'q' })]],
  [
    'answer=2',
    [sample('follow-up', { answer: 'Say the cause first, then nothing more.' })],
    [sample('follow-up'), sample('follow-up', { answer: 'Say the guard.' })],
  ],
  [
    'contrast',
    [sample('pitfall', { weak: 'x', strong: 'y' })],
    [sample('pitfall', { weak: 'x' }), sample('pitfall', { strong: 'y' })],
  ],
  [
    'beats=situation,action',
    [story('situation', 'headline', 'action'), story('Situation', 'action taken')],
    [story('situation', 'task', 'action'), story('action', 'situation'), question],
  ],
  [
    'beats=problem,result',
    [story('problem', 'action', 'result', 'learning')],
    [story('problem'), story('result', 'problem')],
  ],
];

test('every attribute has a case', () => {
  expect(new Set(CASES.map(([written]) => written.split('=')[0]))).toEqual(new Set(ATTRIBUTE_NAMES));
});

test.each(CASES)('%s', (written, right, wrong) => {
  const [name = '', value = ''] = written.split('=');
  if (!isAttribute(name)) throw new Error(`no attribute ${name}`);
  const wrongOf = (item: Item) =>
    wrongAttributes(
      item,
      { starts: { from: 1, to: 1 }, range: '1', kind: item.kind, optional: false, attributes: [[name, value]] },
      around,
    );
  for (const item of right) expect(wrongOf(item)).toEqual([]);
  for (const item of wrong) expect(wrongOf(item)).toEqual([`${name}=${value}`]);
});
