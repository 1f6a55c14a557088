import { describe, expect, it } from 'vitest';
import type { ItemOf } from '../../pipeline/model/item.ts';
import { anyScope } from '../../pipeline/model/scope.ts';
import { isQuoted, ledBy, spoken, titled } from '../../pipeline/render/wording.ts';

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
