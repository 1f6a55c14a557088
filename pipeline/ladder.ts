import { BANDS } from './model/band.ts';
import type { Ladders, Rung } from './model/ladders.ts';
import type { Band } from './model/scope.ts';

const folded = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** The rung that a company's ladder has for a level's name or alias, in any case. */
export function rungOf(ladders: Ladders, company: string, level: string): Rung | undefined {
  const name = folded(level);
  return ladders.companies
    .find((ladder) => ladder.company === company)
    ?.levels.find((rung) => [rung.level, ...rung.aliases].some((known) => folded(known) === name));
}

/** The band that a word names (`Senior`, `mid-level`), where it names one. */
export function bandNamed(ladders: Ladders, word: string): Band | undefined {
  const name = folded(word);
  return BANDS.find((band) => band === name || ladders.bands[band].some((known) => folded(known) === name));
}

/** The band of a level at a company: by the company's ladder, else where the level's name is itself a band. */
export function bandOf(ladders: Ladders, company: string, level: string): Band | undefined {
  return rungOf(ladders, company, level)?.band ?? bandNamed(ladders, level);
}

/** Whether two names mean one level of a company: `E5` and `ic5` do at Meta. */
export function sameLevel(ladders: Ladders, company: string, a: string, b: string): boolean {
  if (folded(a) === folded(b)) return true;
  const rung = rungOf(ladders, company, a);
  return rung !== undefined && rung === rungOf(ladders, company, b);
}

/** How sure a company's ladder is of a level; null where it does not know the level. */
export function sureOf(ladders: Ladders, company: string, level: string): 'high' | 'medium' | 'weak' | null {
  if (!rungOf(ladders, company, level)) return null;
  return ladders.companies.find((ladder) => ladder.company === company)?.sure ?? null;
}
