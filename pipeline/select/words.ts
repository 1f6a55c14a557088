import { isPlain } from '../plain.ts';

/** The distinct words of a text as ascending numbers: the fewer texts a word stands in, the lower is its number. */
export type Words = Uint32Array;

/** The distinct words of a text, in lower case; a Han character counts as a word. */
export function wordsOf(text: string): Set<string> {
  if (isPlain(text)) return new Set(text.toLowerCase().match(/[a-z0-9]+/g));
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu),
  );
}

/** Numbers the words of texts: gives each text's words, and the numbers of those words that `isMarked`. */
export function numberWords(texts: string[], isMarked: (word: string) => boolean) {
  const met = new Map<string, number>();
  const counts: number[] = [];
  const numbered = texts.map((text): Words => {
    const words = wordsOf(text);
    const own = new Uint32Array(words.size);
    let at = 0;
    for (const word of words) {
      const number = met.get(word) ?? met.size;
      if (number === met.size) met.set(word, number);
      counts[number] = (counts[number] ?? 0) + 1;
      own[at++] = number;
    }
    return own;
  });
  const byRarity = Float64Array.from(counts, (count, number) => count * counts.length + number).sort();
  const places = new Uint32Array(counts.length);
  byRarity.forEach((key, place) => {
    places[key % counts.length] = place;
  });
  const placeOf = (number: number) => places[number] ?? 0;
  const marked = new Set([...met].flatMap(([word, number]) => (isMarked(word) ? placeOf(number) : [])));
  return { words: numbered.map((own) => own.map(placeOf).sort()), marked };
}

/** The Jaccard similarity of two texts' words: those shared over all, 0 to 1. */
export function similarity(a: Words, b: Words): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** The most that the similarity of two texts can be, by the number of their words. */
export function mostSimilar(a: Words, b: Words): number {
  return a.length < b.length ? a.length / b.length : b.length / a.length;
}
