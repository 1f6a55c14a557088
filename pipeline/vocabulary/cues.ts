import { rememberedInPage } from '../page-memory.ts';
import { normalise } from './normalise.ts';
import { exact, type Role } from './vocabulary.ts';

/** A phrase says more than its words one by one. */
const weightOf = (words: number): number => words * 1.5 - 0.5;

/** The weight of a phrase of two words: enough to go against what a section has from elsewhere. */
export const SURE = weightOf(2);

const phrases = [...exact('cues')].map(([role, all]) => ({
  role: role as Role,
  all: [...all].map((phrase) => phrase.split(' ')).sort((a, b) => b.length - a.length),
}));

/**
 * What single words of a heading hint at, where no phrase of the tables knows it whole: each role with the weight of its words. Every word
 * counts once for a role.
 */
export const cuesIn = rememberedInPage((heading: string): ReadonlyMap<Role, number> => {
  const words = normalise(heading.slice(0, 200)).split(' ');
  const found = new Map<Role, number>();
  for (const { role, all } of phrases) {
    const open = [...words];
    let weight = 0;
    for (const phrase of all) {
      const at = open.findIndex((_, i) => phrase.every((word, n) => open[i + n] === word));
      if (at < 0) continue;
      weight += weightOf(phrase.length);
      open.fill('', at, at + phrase.length);
    }
    if (weight > 0) found.set(role, weight);
  }
  return found;
});
