import { normalise } from '../vocabulary/normalise.ts';
import { labelOf } from '../vocabulary/vocabulary.ts';
import type { Line } from './line.ts';

/** So many words tell one title from another. */
const WORDS = 3;
const keyOf = (text: string): string => normalise(text).split(' ').slice(0, WORDS).join(' ');

/**
 * Whether the words behind a line's dash open another line: "Example in full — Align two organisations" where a list has "Align two organisations on …".
 * Each line is looked up by its first words.
 */
export function titleRepeats(lines: readonly Line[]): (index: number) => boolean {
  const byKey = new Map<string, { index: number; words: string }[]>();
  for (const [index, { text }] of lines.entries()) {
    const bare = text.slice(0, 200).replace(/^\s*(?:[-*+•|]|\d{1,2}[.)])\s+/, '');
    const key = keyOf(bare);
    if (key.split(' ').length < WORDS) continue;
    const found = byKey.get(key) ?? [];
    // Three are enough to know that it comes again.
    if (found.length < 3) byKey.set(key, [...found, { index, words: normalise(bare) }]);
  }
  return (index) => {
    const [, head = '', mark = '', tail] =
      /^\s*(\S.{2,40}?)(\s[—–]|:)\s(\S.{10,120})$/.exec(lines[index]?.text ?? '') ?? [];
    // Behind a colon only an answer's label names what it repeats.
    if (tail === undefined || (mark === ':' && (labelOf(head) !== 'answer' || /^["“]/.test(tail)))) return false;
    const words = normalise(tail);
    return (byKey.get(keyOf(tail)) ?? []).some((other) => other.index !== index && other.words.startsWith(words));
  };
}
