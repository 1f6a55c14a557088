import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

/** A question to the English word list, which is read when the first word is asked for. */
export function openWordList(): (word: string) => boolean {
  let words: Set<string> | undefined;
  return (word) => {
    words ??= new Set(readFileSync(wordListPath, 'utf8').split('\n'));
    return words.has(word.toLowerCase());
  };
}
