import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { BANDS, Band } from './model/scope.ts';

const Rung = z.strictObject({ level: z.string().min(1), aliases: z.array(z.string().min(1)), band: Band });

/** The level ladders of companies, with how sure each is. Data, not evidence: a ladder alone makes no pack. */
export const Ladders = z.strictObject({
  provenance: z.string(),
  /** Further words for the bands. */
  bands: z.record(Band, z.array(z.string())),
  companies: z.array(
    z.strictObject({
      company: z.string().min(1),
      sure: z.enum(['high', 'medium', 'weak']),
      provenance: z.string(),
      levels: z.array(Rung),
    }),
  ),
});
export type Ladders = z.infer<typeof Ladders>;
export type Rung = z.infer<typeof Rung>;

/** Reads the ladders that come with the program. */
export async function readLadders(): Promise<Ladders> {
  return Ladders.parse(JSON.parse(await readFile(new URL('./ladders.json', import.meta.url), 'utf8')));
}

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
