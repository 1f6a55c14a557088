import { expect, it } from 'vitest';
import { shownBeats } from '../../pipeline/render/beats.ts';
import { libraryOf, type Row } from '../pages/library.ts';

const beat = (name: string, text: string) => ({ name, text, startLine: 5, endLine: 5 });
const namesOf = (row: Row) => {
  const { items } = libraryOf([{ file: 'a.txt', rows: [row] }]);
  return items.flatMap(shownBeats).map(({ name }) => name);
};

it('calls the beats of a story what their source calls them', () => {
  const beats = [beat('situation', 'Errors rose.'), beat('action', 'I cut it.'), beat('learning', 'Test first.')];
  const told = (text: string) => namesOf({ kind: 'worked-example', text, beats });
  expect(told('Context: Errors rose. What I did — I cut it. Lesson: Test first.')).toEqual([
    'Context',
    'What I did',
    'Lesson',
  ]);
  expect(told('“Contexte · Errors rose. Actions: I cut it. Leçon : Test first.”')).toEqual([
    'Contexte',
    'Actions',
    'Leçon',
  ]);
});

it('calls them by their common name where the source has a letter, a sentence or nothing', () => {
  const beats = [beat('situation', 'Errors rose.'), beat('action', 'I cut it.'), beat('learning', 'Test first.')];
  const text = 'S: Errors rose. Nobody knew. I cut it. Test first.';
  expect(namesOf({ kind: 'worked-example', text, beats })).toEqual(['Situation', 'Action', 'Learning']);
});

it('calls the steps of an answer what they are', () => {
  const steps = [{ name: 'both numbers', startLine: 5, endLine: 5 }];
  expect(namesOf({ kind: 'answer-outline', text: 'Both numbers', steps })).toEqual(['Both numbers']);
});
