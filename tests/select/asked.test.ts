import { expect, it } from 'vitest';
import { readLadders } from '../../pipeline/ladders.ts';
import { selectPacks } from '../../pipeline/select.ts';
import { libraryOf, type Row } from '../pages/library.ts';

const ladders = await readLadders();

/** The cheat sheet of items of nobody in particular. */
function packOf(rows: Row[]) {
  const [pack] = selectPacks(libraryOf([{ file: 'a.txt', rows }]), ladders, { kinds: ['cheat-sheet'] });
  if (!pack) throw new Error('no pack');
  return pack;
}

const question = (id: string, text: string): Row => ({ kind: 'question', id, text });
const probe = (text: string, asked?: string): Row => ({
  kind: 'follow-up',
  text,
  answer: 'Say so.',
  ...(asked ? { question: asked } : {}),
});
const story: Row = {
  kind: 'worked-example',
  text: 'Problem: slow. Action: cut. Result: fast.',
  beats: ['slow.', 'cut.', 'fast.'].map((text) => ({ name: 'action', text, startLine: 9, endLine: 9 })),
  question: 'q-told',
};

it('asks after the story on the sheet first', () => {
  const rows = [
    question('q-other', 'Describe a conflict with a partner team.'),
    question('q-told', 'Tell me about something you made faster.'),
    probe('Who lost by it?', 'q-other'),
    probe('Can you give me another example?'),
    probe('Which measurement convinced them?', 'q-told'),
    story,
  ];
  expect(packOf(rows).sections.probes?.map(({ item }) => item.text)).toEqual([
    'Which measurement convinced them?',
    'Who lost by it?',
    'Can you give me another example?',
  ]);
});

it('asks last after questions that the sheet does not hold', () => {
  const letters = [...'abcdefghijklm'];
  const rows = letters.flatMap((letter) => [
    question(`q-${letter}`, `Describe ${letter.repeat(4)} at ${letter.repeat(5)}.`),
    probe(`Then ${letter.repeat(4)}?`, `q-${letter}`),
  ]);
  const { sections } = packOf([...rows, probe('And if it had failed?')]);
  const printed = new Set(sections.questions?.map(({ item }) => item.id));
  expect(printed.size).toBeLessThan(letters.length);
  const asked = sections.probes?.flatMap(({ item }) => ('question' in item ? [item.question] : []));
  expect(asked?.filter((id) => !printed.has(id ?? ''))).toEqual([]);
});
