const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, as far as there are no more than the given number of them: one more says that there are. */
export function sentencesOf(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    sentences.push(segment.trim());
    if (sentences.length > most) break;
  }
  return sentences;
}
