import { didYouMean } from '../build/nearest.ts';
import type { ManifestPack } from '../model/manifest.ts';
import { slug } from '../select/nearness.ts';
import { UsageProblem } from '../usage.ts';

/** What is asked for; what is absent is anything. */
export interface Wish {
  companies: string[] | undefined;
  levels: string[] | undefined;
  roles: string[] | undefined;
  kinds: string[] | undefined;
}

/** Asks somebody to choose one of several. */
export type Ask = (question: string, choices: { name: string; value: string }[]) => Promise<string>;

/** The kind that is printed where none is named. */
const USUAL = 'checklist';

interface Step {
  noun: string;
  flag: string;
  wanted: string[] | undefined;
  /** By which names a pack answers to the wish; the first one is shown. */
  namesOf: (pack: ManifestPack) => string[];
}

/**
 * The copies that are to be printed, on all papers. Everything they differ in besides the kind and the paper has to be wished for; where
 * it is not, `ask` decides, or where nobody can be asked, a refusal.
 * @throws {UsageProblem} with what there is to choose from
 */
export async function choose(packs: ManifestPack[], wish: Wish, ask: Ask | undefined): Promise<ManifestPack[]> {
  const isOpen = Object.values(wish).every((wanted) => wanted === undefined);
  const steps: Step[] = [
    { noun: 'company', flag: '--company', wanted: wish.companies, namesOf: ({ company }) => [company] },
    {
      noun: 'level',
      flag: '--level',
      wanted: wish.levels,
      namesOf: ({ level, band }) => [level ?? 'all-levels', ...(band ? [band] : [])],
    },
    { noun: 'role', flag: '--role', wanted: wish.roles, namesOf: ({ role }) => [role ?? 'any'] },
  ];
  let left = packs;
  for (const step of steps) {
    left = narrowed(left, step);
    const choices = [...new Set(left.flatMap((pack) => step.namesOf(pack)[0] ?? []))];
    if (choices.length < 2 || (step.wanted?.length ?? 0) > 1) continue;
    if (!ask) throw new UsageProblem(`Say which ${step.noun}, with ${step.flag}: ${choices.join(', ')}`);
    const chosen = await ask(`Which ${step.noun}?`, choices.map(named));
    left = left.filter((pack) => step.namesOf(pack)[0] === chosen);
  }
  const kinds = [...new Set(left.map(({ kind }) => kind))];
  const first = kinds.includes(USUAL) ? [USUAL, ...kinds.filter((kind) => kind !== USUAL)] : kinds;
  const chosen =
    isOpen && ask && kinds.length > 1 ? [await ask('Which pack?', first.map(named))] : (wish.kinds ?? [USUAL]);
  return narrowed(left, { noun: 'pack', flag: '--pack', wanted: chosen, namesOf: ({ kind }) => [kind] });
}

const named = (value: string) => ({ name: value.replaceAll('-', ' '), value });

/** The packs that answer to one of the names that are wanted, each of which has to be there. */
function narrowed(packs: ManifestPack[], { noun, wanted, namesOf }: Step): ManifestPack[] {
  if (!wanted) return packs;
  const slugs = (pack: ManifestPack) => namesOf(pack).map(slug);
  for (const name of wanted) {
    if (packs.some((pack) => slugs(pack).includes(slug(name)))) continue;
    const known = [...new Set(packs.flatMap((pack) => namesOf(pack)[0] ?? []))];
    throw new UsageProblem(
      `There is no ${noun} "${name}".${didYouMean(name, known)} There are: ${known.join(', ') || 'none'}.`,
    );
  }
  const asked = wanted.map(slug);
  return packs.filter((pack) => slugs(pack).some((name) => asked.includes(name)));
}
