import type { Section } from '../outline/block.ts';
import { isQuoted, promptStrength } from '../outline/prompt.ts';

const COUNTED = /^(?:q|question)\s?#?\d{1,3}\s*[.:)]\s+\S/i;

/** "Q10. A product manager keeps adding scope": what is counted as a question asks. */
export function countsQuestion({ heading, blocks }: Section): boolean {
  const [first] = blocks;
  const isTitle = first?.type === 'paragraph' && promptStrength(first.text) >= 1;
  return COUNTED.test(heading?.text ?? '') && !isTitle && first?.type !== 'quote';
}

/** A heading without the counter before it: "Case 2: Launch" gives "Launch". */
export const withoutCount = (heading: string, counting: RegExp): string =>
  heading.replace(counting, '').replace(/^[\s:.·—–-]+/, '');

/** "Case 2: “Should we show fewer ads?”": a counted heading that quotes what is asked. */
export const isQuotedPart = (heading: string, counting: RegExp): boolean =>
  counting.test(heading) && isQuoted(withoutCount(heading, counting));

/** Whether a heading asks: by its words, by its number, by what it quotes, or since its answer stands below it. */
export const asksIn = (section: Section, counting: RegExp): boolean => {
  const heading = section.heading?.text ?? '';
  return (
    section.answered === true ||
    promptStrength(heading) >= 1 ||
    countsQuestion(section) ||
    isQuotedPart(heading, counting)
  );
};
