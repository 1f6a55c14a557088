import { rememberedInPage } from '../page-memory.ts';
import { normalise } from './normalise.ts';

/**
 * One phrase of a table: its words, `*` for up to four words of any kind. `=` before it: the whole text and nothing else; `!`: it
 * decides however long the text is.
 */
export interface Phrase {
  words: string[];
  whole: boolean;
  decides: boolean;
}

export const toPhrase = (entry: string): Phrase => {
  const [whole, decides] = [entry.startsWith('='), entry.startsWith('!')];
  return { words: (whole || decides ? entry.slice(1) : entry).split(' '), whole, decides };
};

/** So much more counts a phrase that decides. */
export const DECISIVE = 3;

/** How many words of the phrase stand in the text in order; 0 where it does not match. */
export function matched(phrase: Phrase, words: string[]): number {
  for (let start = 0; start < words.length; start++) {
    if (phrase.whole && start > 0) return 0;
    const end = matchFrom(phrase.words, words, start);
    if (end >= 0 && (!phrase.whole || end === words.length)) {
      const literal = phrase.words.filter((word) => word !== '*').length;
      return literal + (end - start === words.length ? 1 : 0) + (phrase.decides ? DECISIVE : 0);
    }
  }
  return 0;
}

/** Where a match that starts at `at` ends, or -1. */
function matchFrom(pattern: string[], words: string[], at: number): number {
  for (let i = 0; i < pattern.length; i++) {
    const word = pattern[i];
    if (word === '*') {
      const rest = pattern.slice(i + 1);
      for (let skip = 0; skip <= 4; skip++) {
        const end = matchFrom(rest, words, at + skip);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (words[at] !== word) return -1;
    at++;
  }
  return at;
}

/** A table's phrases by their first word; those that open with `*` stand under it. */
type Index = Map<string, { name: string; phrase: Phrase; order: number }[]>;

function indexed(table: Map<string, Phrase[]>): Index {
  const index: Index = new Map();
  let order = 0;
  for (const [name, phrases] of table)
    for (const phrase of phrases) {
      const first = phrase.words[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), { name, phrase, order: order++ }]);
    }
  return index;
}

/** So much of a text is looked at, in characters: what it is called stands at its beginning. */
export const BEGINNING = 600;

/** Gives the name whose phrase matches most words of a text; the first of equals. */
export function bestOf(table: Map<string, Phrase[]>): (text: string) => { name: string; score: number } | undefined {
  const index = indexed(table);
  return rememberedInPage((text) => best(index, text));
}

function best(index: Index, text: string): { name: string; score: number } | undefined {
  const words = normalise(text.slice(0, BEGINNING)).split(' ').slice(0, 40);
  let found: { name: string; score: number; order: number } | undefined;
  for (const first of new Set([...words, '*']))
    for (const { name, phrase, order } of index.get(first) ?? []) {
      const score = matched(phrase, words);
      if (score > (found?.score ?? 0) || (found && score === found.score && score > 0 && order < found.order))
        found = { name, score, order };
    }
  return found && { name: found.name, score: found.score };
}
