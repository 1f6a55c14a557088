import { beatOf, isOtherBeat, labelOf, metadataOf } from '../vocabulary/vocabulary.ts';
import { fenced, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A first name at the beginning of a line, and what its owner says. */
const SAID = /^\s*(\p{Lu}\p{Ll}{1,14}(?: \p{Lu}\.?)?):\s+(\S.*)$/u;
/** So often each of two speaks. */
const LEAST = 2;

/** A conversation that somebody wrote down: the names before what two or more people say by turns are no part of it. A word of the language is no name. */
export const speakers: Repair = {
  name: 'speakers',
  mend(lines, notes) {
    const inside = fenced(lines);
    const said = lines.map(({ text }, i) => (inside[i] || !isPlain(text) ? undefined : (SAID.exec(text) ?? undefined)));
    const counts = new Map<string, number>();
    for (const found of said) {
      const name = found?.[1];
      if (name !== undefined && isName(name) && !notes.isWord(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = new Set([...counts].flatMap(([name, count]) => (count >= LEAST ? name : [])));
    if (names.size < 2 || names.size > 4 || !takesTurns(said, names)) return lines;
    return lines.map((line, i): Line => {
      const [, name = '', words = ''] = said[i] ?? [];
      return names.has(name) ? { ...line, text: words } : line;
    });
  },
};

const isName = (word: string): boolean => !labelOf(word) && !beatOf(word) && !isOtherBeat(word) && !metadataOf(word);

/** Whether one of them speaks right after another at least twice. */
function takesTurns(said: readonly (RegExpExecArray | undefined)[], names: ReadonlySet<string>): boolean {
  const turns = said.filter((found, i) => {
    const [name, last] = [found?.[1] ?? '', said[i - 1]?.[1] ?? ''];
    return names.has(name) && names.has(last) && name !== last;
  });
  return turns.length >= LEAST;
}
