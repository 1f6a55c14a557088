import { describe, expect, it } from 'vitest';
import { anyScope } from '../../pipeline/model/any-scope.ts';
import type { ItemOf } from '../../pipeline/model/item.ts';
import { headed, isQuoted, ledBy, plain, spoken, titled, unnumbered } from '../../pipeline/render/wording.ts';

describe('spoken', () => {
  it.each([
    ['A weak answer says, “We retrained.”', '“We retrained.”'],
    ['A stronger answer says "I chose."', '"I chose."'],
    ['A tour of feats. A weak answer says “I led it.”', 'A tour of feats. “I led it.”'],
    ['“We retrained.”', '“We retrained.”'],
    ['A stronger answer says you involved Legal.', 'A stronger answer says you involved Legal.'],
    ['Say “I owned X” and name the others', 'Say “I owned X” and name the others'],
  ])('makes “%s” “%s”', (text, said) => expect(spoken(text)).toBe(said));
});

describe('ledBy', () => {
  const pitfall = (text: string, weak: string, strong: string): ItemOf<'pitfall'> => ({
    kind: 'pitfall',
    id: 'p',
    text,
    weak,
    strong,
    scope: anyScope(),
    source: { file: 'a.txt', startLine: 1, endLine: 1, section: [] },
  });

  it('takes a pitfall’s name from before its sides, without the label of the list', () => {
    const text = 'Pitfall: Borrowed authority. A weak answer says, “The director.” A stronger one says, “A veto.”';
    expect(ledBy(pitfall(text, '“The director.”', '“A veto.”')).lead).toBe('Borrowed authority.');
    expect(ledBy(pitfall('“Good.” “Bad.”', '“Bad.”', '“Good.”'))).toEqual({ lead: '', rest: '“Good.” “Bad.”' });
  });

  it('takes a pitfall’s name from the beginning of its weak side where nothing stands before it', () => {
    const weak = 'Borrowed authority. A weak answer says, “The director.”';
    expect(ledBy(pitfall(`${weak} “A veto.”`, weak, '“A veto.”')).lead).toBe('Borrowed authority.');
    expect(headed(weak)).toEqual({ lead: 'Borrowed authority.', rest: '“The director.”' });
    expect(headed('“What is the salary?” (to an engineer)').lead).toBe('');
    expect(headed('Avoid: “We.”')).toEqual({ lead: '', rest: 'Avoid: “We.”' });
  });

  it('splits a labelled line after its label', () => {
    const { text: _, ...rest } = pitfall('', '', '');
    const item = { ...rest, kind: 'guidance' as const, text: 'Time-box. Two minutes.', label: 'Time-box' };
    expect(ledBy(item)).toEqual({ lead: 'Time-box.', rest: ' Two minutes.' });
  });
});

it('titles slugs and knows a quotation from a sentence with one', () => {
  expect(titled('machine-learning-engineer')).toBe('Machine Learning Engineer');
  expect([isQuoted('“All of it.”'), isQuoted('Say “this”'), isQuoted('“One” and “two”')]).toEqual([true, false, false]);
});

describe('unnumbered', () => {
  it.each([
    ['In Part 2, why did you wait?', 'Why did you wait?'],
    ['On question 3: where did you hold on?', 'Where did you hold on?'],
    ['In 1, at which gate?', 'At which gate?'],
    ['Worked example (a ranking gain):', 'A ranking gain'],
    ['Question 3 — Worked story: the project I ended', 'The project I ended'],
    ['Two teams in conflict: sample story', 'Two teams in conflict'],
    ['In two years, what would you change?', 'In two years, what would you change?'],
    ['Why did you wait?', 'Why did you wait?'],
  ])('makes of %j %j', (text, printed) => expect(unnumbered(text)).toBe(printed));
});

it('drops the picture that served for a bullet, and nothing else', () => {
  expect(plain('✅ Stake: a quarter.')).toBe('Stake: a quarter.');
  expect(plain('🎯 aims')).toBe('aims');
  expect(plain('3 teams')).toBe('3 teams');
});
