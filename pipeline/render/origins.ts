import type { Pack, Picked } from '../model/pack.ts';
import { companiesOf, levelsOf } from '../select/nearness.ts';
import type { Words } from './templates.ts';
import { levelName, titled } from './wording.ts';

/** What a section's heading says of where its lines come from: of all that say nothing else, and of those with a sign. */
export type Origins = { from: string | null; notes: { sign: string; from: string; ids: string }[] };

/** Where nearly all lines of a section come from is said once, and the few others are named. */
const NEARLY_ALL = 2 / 3;
/** So many lines of one origin are worth a sign; fewer say it in words. */
const WORTH_A_SIGN = 3;
const SIGNS = ['†', '‡', '§'];

const levelsSaid = ({ item }: Picked, words: Words) =>
  levelsOf(item)
    .map((level) => levelName(level, words))
    .join(', ');

/** Whom an item speaks to, where the page has to say that it is not its audience. */
export function foreign(picked: Picked, pack: Pack, words: Words): string | null {
  const { item, origin } = picked;
  const levels = levelsSaid(picked, words);
  if (origin === 'band' || origin === 'other-level') return `${words.from} ${levels}`;
  if (origin === 'role' || origin === 'other-role') return `${words.for} ${item.scope.roles.map(titled).join(', ')}`;
  if (origin !== 'other-company') return null;
  const companies = companiesOf(item).filter((company) => company !== pack.audience.company);
  return [words.from, companies.map(titled).join(', '), levels].filter(Boolean).join(' ');
}

/** Whom an item speaks to that the page need not name, for where all around it come from somebody else. */
export function homeOf(picked: Picked, words: Words): string {
  const levels = levelsSaid(picked, words);
  if (levels !== '') return levels;
  return companiesOf(picked.item).length > 0 ? words.allLevels : words.general;
}

type Line = { ids: string; from: string | null; sign: string | null };

/** Says once for a section what would else stand beside most of its lines. `homes` are those of the entries, in their order. */
export function sayOrigins<T extends Line>(entries: T[], homes: string[]): { entries: T[] } & Origins {
  const counts = new Map<string | null, number>();
  for (const { from } of entries) counts.set(from, (counts.get(from) ?? 0) + 1);
  const [most, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [null, 0]);
  if (most !== null && count > entries.length * NEARLY_ALL) {
    const say = (entry: T, index: number) => ({
      ...entry,
      from: entry.from === most ? null : (entry.from ?? homes[index] ?? null),
    });
    return { entries: entries.map(say), from: most, notes: [] };
  }
  const shared = [...counts].flatMap(([from, times]) => (from !== null && times >= WORTH_A_SIGN ? [from] : []));
  const notes = shared.slice(0, SIGNS.length).map((from, index) => ({
    sign: SIGNS[index] ?? '',
    from,
    ids: entries.flatMap((entry) => (entry.from === from ? [entry.ids] : [])).join(' '),
  }));
  const say = (entry: T) => {
    const note = notes.find(({ from }) => from === entry.from);
    return note ? { ...entry, from: null, sign: note.sign } : entry;
  };
  return { entries: entries.map(say), from: null, notes };
}
