import { describe, expect, test } from 'vitest';
import type { Item } from '../../pipeline/model/item.ts';
import type { GoldDocument } from './collection.ts';
import { parseGold } from './gold.ts';
import { sample } from './sample.ts';
import { score } from './score.ts';

function document(name: string, lines: string[], gold: string[]): GoldDocument {
  const { rows, problems } = parseGold(name, gold.join('\n'), lines);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join());
  return { name, file: `${name}.txt`, lines, rows };
}

const LINES = ['What went wrong?', '- Name the cause.', '- Name the guard.', '', 'Company: Meta'];
const guidance = (line: number, fields: { text?: string; id?: string } = {}) =>
  sample('guidance', { line, text: LINES[line - 1]?.replace('- ', '') ?? '', ...fields });
const tallies = (gold: string[], items: Item[]) => {
  const { total, remarks } = score([document('a', LINES, gold)], items);
  return { ...total, remarks: remarks.map(({ what, place, kind }) => `${what} ${place} ${kind}`) };
};

describe('rows and items', () => {
  test('found, missed and spurious', () => {
    expect(
      tallies(['1\tquestion', '2\tguidance', '3\tguidance'], [sample('question'), guidance(2), guidance(5)]),
    ).toEqual({
      found: 2,
      missed: 1,
      spurious: 1,
      remarks: ['missed a:3 guidance', 'spurious a:5 guidance'],
    });
  });

  test('another kind on the line is both missed and spurious', () => {
    expect(tallies(['2\tcriterion'], [guidance(2)])).toMatchObject({ found: 0, missed: 1, spurious: 1 });
  });

  test('an item answers one row, a row one item', () => {
    expect(tallies(['2-3\tguidance', '2-3\tguidance'], [guidance(2)])).toMatchObject({
      found: 1,
      missed: 1,
      spurious: 0,
    });
    expect(tallies(['2-3\tguidance'], [guidance(2), guidance(3)])).toMatchObject({ found: 1, missed: 0, spurious: 1 });
  });

  test('an item starts in the lines of its row; that it ends there does not count', () => {
    const item = sample('guidance', { line: 1, lastLine: 3, text: 'Name the cause.' });
    expect(tallies(['2-3\tguidance'], [item])).toMatchObject({ found: 0, spurious: 1 });
  });

  test('optional rows ask for nothing and excuse what stands there, after the others have chosen', () => {
    expect(tallies(['2\t?guidance'], [])).toMatchObject({ found: 0, missed: 0, spurious: 0 });
    expect(tallies(['2\t?guidance'], [guidance(2)])).toMatchObject({ found: 0, missed: 0, spurious: 0 });
    expect(tallies(['2\t?guidance', '2\tguidance'], [guidance(2)])).toMatchObject({ found: 1, missed: 0, spurious: 0 });
  });

  test('a row prefers the item that has its attributes', () => {
    const other = guidance(2, { text: 'Name', id: 'other' });
    const { attributes, remarks } = score([document('a', LINES, ['2\tguidance\tends=cause'])], [other, guidance(2)]);
    expect(attributes).toEqual({ part: 1, whole: 1 });
    expect(remarks.map(({ what, detail }) => `${what} ${detail}`)).toEqual(['spurious Name']);
  });

  test('attributes are asked of found rows alone', () => {
    const gold = ['1\tquestion\tcompany=meta;evaluates=no', '2\tguidance\tends=cause'];
    const { attributes, remarks } = score([document('a', LINES, gold)], [sample('question')]);
    expect(attributes).toEqual({ part: 1, whole: 2 });
    expect(remarks.map(({ detail }) => detail)).toContain('company=meta, of: What went wrong?');
  });

  test('a document without rows expects no item', () => {
    expect(tallies(['# nothing here'], [guidance(2)])).toMatchObject({ found: 0, missed: 0, spurious: 1 });
  });
});

describe('faithful and complete', () => {
  test('every item is weighed, found or not', () => {
    const items = [sample('question'), guidance(2, { text: 'Name the reason.' }), guidance(3)];
    expect(score([document('a', LINES, ['1\tquestion'])], items).faithful).toEqual({ part: 2, whole: 3 });
  });

  test('words in the lines of found items that an item over them carries', () => {
    const short = guidance(2, { text: 'Name' });
    expect(score([document('a', LINES, ['2\tguidance'])], [short]).complete).toEqual({ part: 1, whole: 3 });
    const label = sample('criterion', { line: 2, text: 'cause', label: 'the' });
    expect(score([document('a', LINES, ['2\tguidance'])], [short, label]).complete).toEqual({ part: 3, whole: 3 });
    expect(score([document('a', LINES, ['1\tquestion'])], [short]).complete).toEqual({ part: 0, whole: 0 });
  });

  test('a glued word is carried by the part of three letters or more that it begins or ends with', () => {
    const glued = document('a', ['Name the causeMeta'], ['1\tguidance']);
    const complete = (text: string) => score([glued], [sample('guidance', { text })]).complete.part;
    expect(complete('Name the cause')).toBe(3);
    expect(complete('Name the ca')).toBe(2);
  });
});

describe('several documents', () => {
  const documents = [document('meta/a', LINES, ['1\tquestion']), document('a', LINES, ['2\tguidance'])];

  test('items belong to the document of their own path', () => {
    const items = [sample('question', { file: 'meta/a.txt' }), guidance(2)];
    const { documents: scored, total } = score(documents, items);
    expect(total).toEqual({ found: 2, missed: 0, spurious: 0 });
    expect(scored.map(({ name, tally }) => [name, tally.found])).toEqual([
      ['meta/a', 1],
      ['a', 1],
    ]);
  });

  test('the folder above may be another; items of files without gold count neither way', () => {
    const items = [
      sample('question', { file: 'all/meta/a.txt' }),
      sample('hint', { file: 'meta/b.txt' }),
      sample('hint', { file: 'ba.txt' }),
    ];
    expect(score(documents, items).total).toEqual({ found: 1, missed: 1, spurious: 0 });
  });

  test('a link leads to a question of the same document', () => {
    const linked = document('b', LINES, ['1\t?question', '2\thint\tquestion=1']);
    const items = [sample('question', { id: 'here', file: 'b.txt' }), sample('question', { id: 'there' })];
    const right = (question: string) =>
      score([...documents, linked], [...items, sample('hint', { file: 'b.txt', line: 2, question })]).attributes.part;
    expect(right('here')).toBe(1);
    expect(right('there')).toBe(0);
  });

  test('two items with one id are not scored', () => {
    expect(() => score(documents, [sample('question'), sample('question')])).toThrow(
      'ids are not unique: 2 items, 1 ids',
    );
  });
});
