import { expect, it } from 'vitest';
import { holdsFor } from '../../templates/shared/change.ts';
import { libraryOf } from '../pages/library.ts';

const [line] = libraryOf([{ file: 'a.txt', rows: [{ kind: 'guidance', text: 'Stop proving. Choose.' }] }]).items;
const under = (heading: string, level: string | null, label?: string) => {
  if (line?.kind !== 'guidance') throw new Error('no line');
  const source = { ...line.source, section: ['Ladder', heading] };
  return holdsFor({ ...line, ...(label ? { label } : {}), source }, level);
};

it.each([
  ['What changes above this level', 'L5', undefined, 'above'],
  ['What changes at the next level', 'IC4', undefined, 'above'],
  ['What changes from here', 'L8', undefined, 'above'],
  ['What changes from ICT3 to ICT4', 'ICT3', undefined, 'above'],
  ['What changes from ICT3 to ICT4', 'ICT4', undefined, 'here'],
  ['What changes from ICT3 to ICT4', 'ICT6', undefined, 'elsewhere'],
  ['What changes between neighbouring bands', '62', 'From 62 to 64', 'above'],
  ['What changes between neighbouring bands', '64', 'From 62 to 64', 'here'],
  ['What changes between neighbouring bands', '61', 'From 66 to 68', 'elsewhere'],
  ['What changes between neighbouring bands', '61', 'Story below the level', 'elsewhere'],
  ['What changes above this level', null, undefined, 'here'],
  ['Habits that help', 'L5', 'From 62 to 64', 'here'],
  ['A decision you changed', 'L5', undefined, 'here'],
] as const)('a line under “%s” holds for %s (%s): %s', (heading, level, label, found) => {
  expect(under(heading, level, label)).toBe(found);
});
