import { expect, test } from 'vitest';
import { parseGold } from './gold.ts';

const LINES = ['What went wrong?', '', '- Name the cause.', '- Name the guard.', 'Company: Meta'];
const messages = (text: string) =>
  parseGold('a.tsv', text, LINES).problems.map(({ line, message }) => `${line}: ${message}`);

test('a row has a place, a kind and attributes; comments and empty lines are none', () => {
  const { rows, problems } = parseGold(
    'a.tsv',
    '# comment\n\n1\tquestion\tcompany=meta;evaluates=no\n3-4\t?hint\tquestion=1\n3\tpitfall\tcontrast\n',
    LINES,
  );
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    {
      starts: { from: 1, to: 1 },
      range: '1',
      kind: 'question',
      optional: false,
      attributes: [
        ['company', 'meta'],
        ['evaluates', 'no'],
      ],
    },
    { starts: { from: 3, to: 4 }, range: '3-4', kind: 'hint', optional: true, attributes: [['question', '1']] },
    { starts: { from: 3, to: 3 }, range: '3', kind: 'pitfall', optional: false, attributes: [['contrast', '']] },
  ]);
});

test.each([
  ['2\tquestion', '1: line 2 of the document is blank'],
  ['1-2\tquestion', '1: line 2 of the document is blank'],
  ['9\tquestion', '1: line 9 is after the last line of the document (5)'],
  ['4-3\tquestion', '1: "4-3" is neither a line nor a range of lines'],
  ['one\tquestion', '1: "one" is neither a line nor a range of lines'],
  ['1\tquery', '1: unknown kind "query"'],
  ['1\tquestion\tfirm=meta', '1: unknown attribute "firm"'],
  ['1\tquestion\tcompany=meta; level=L5', '1: unknown attribute " level"'],
  ['1\tquestion\tcompany=meta;company=google', '1: attribute "company" stands twice'],
  ['1\tquestion\t\tmore', '1: a row has three columns, this one has 4'],
  ['1\tquestion\tcompany=', '1: company: "" names nothing; "none" stands for any'],
  ['1\tquestion\tbeats=situation', '1: a question has no "beats"'],
  ['1\tquestion\tevaluates=true', '1: evaluates: "true" is none of yes, no'],
  ['1\tquestion\tdifficulty=Hard', '1: difficulty: "Hard" is not written "hard"'],
  ['3\ttime-budget\tseconds=1m', '1: seconds: "1m" is no number above zero'],
  [
    '3\tguidance\tends=effect',
    '1: ends: "effect" is not one word of the document, or the beginning of a glued one, in lower case',
  ],
  ['3\tfollow-up\tanswer=2', '1: answer: "2" is not one line of the document with words on it'],
  ['3\tpitfall\tcontrast=yes', '1: contrast: "yes" is none of nothing'],
  ['3\thint\tquestion=4', '1: question: no question stands at 4'],
  [
    '# rows\n1\tquestion\n3\thint\tquestion=first',
    '3: question: "first" is neither a line, a range of lines nor "none"',
  ],
])('%j is a mistake with its line', (text, message) => {
  expect(messages(text)).toEqual([message]);
});

test('a link may lead to a question that stands further down, in a range that holds it', () => {
  expect(messages('1\thint\tquestion=3-5\n4\t?question')).toEqual([]);
});
