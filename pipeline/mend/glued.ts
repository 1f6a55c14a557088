import { companyAtEnd } from '../vocabulary/companies.ts';
import { difficultyOf, isRoleName, roleNameIn, roundOf } from '../vocabulary/vocabulary.ts';
import { isListItem, isPlain, type Line, rewrite } from './line.ts';
import type { Repair } from './repair.ts';

const DIVIDER = ' · ';

/** "Describe a bugMeta · Machine Learning Engineer · Onsite": the name before the first divider is glued to the title. */
export const gluedCompanies: Repair = {
  name: 'glued-companies',
  mend: (lines) =>
    rewrite(lines, (line) => {
      if (!line.text.includes(DIVIDER)) return undefined;
      const [first = '', ...rest] = line.text.split(DIVIDER);
      const known = rest.some((part) => roundOf(part) || difficultyOf(part) || roleNameIn(part));
      if (!known) return undefined;
      const split = companyAtEnd(first) ?? roleAtEnd(first) ?? nameAtEnd(first);
      return split && [{ ...line, text: [split[0], split[1], ...rest].join(DIVIDER) }];
    }),
};

/** A role glued to the title, where the index names no company. */
function roleAtEnd(text: string): [string, string] | undefined {
  for (const found of text.matchAll(/(?<=[\p{Ll}\p{N}?.”"')])(?=\p{Lu})/gu)) {
    const [head, tail] = [text.slice(0, found.index), text.slice(found.index)];
    if (isRoleName(tail)) return [head, tail];
  }
  return undefined;
}

/** A company that no table knows: the words behind the last place where a small letter meets a capital one. */
function nameAtEnd(text: string): [string, string] | undefined {
  const at = [...text.matchAll(/(?<=[\p{Ll}?.”"')])(?=\p{Lu}[\p{L}&. ]*$)/gu)].at(-1)?.index;
  return at === undefined ? undefined : [text.slice(0, at), text.slice(at)];
}

/** "Stakeholder InfluenceBehavioral & Leadership": an ending that two or more lines of a list share, glued to a title. */
export const gluedCategories: Repair = {
  name: 'glued-categories',
  mend(lines) {
    const tails = new Map<string, number>();
    const bodies = lines.map((line) => (isListItem(line.text) || isPlain(line.text) ? line.text : ''));
    for (const text of bodies) for (const tail of gluedTails(text)) tails.set(tail, (tails.get(tail) ?? 0) + 1);
    const shared = [...tails].filter(([tail, count]) => count >= 2 && tail.length >= 4).map(([tail]) => tail).sort((a, b) => b.length - a.length);
    if (shared.length === 0) return lines;
    return rewrite(lines, (line): Line[] | undefined => {
      if (line.text.includes(DIVIDER) || line.text.length > 140) return undefined;
      const tail = shared.find((end) => line.text.endsWith(end) && /[\p{L}\p{N})”"?]$/u.test(line.text.slice(0, -end.length)) && line.text.length > end.length + 6);
      return tail === undefined ? undefined : [{ ...line, text: `${line.text.slice(0, -tail.length)}${DIVIDER}${tail}` }];
    });
  },
};

/** What stands behind each place where a small letter, a digit or a bracket meets a capital one, with no space between. */
const gluedTails = (text: string): string[] =>
  text.length > 140 || /[.:;!?]$/.test(text) ? [] : [...text.matchAll(/(?<=[\p{Ll}\p{N})?])(?=\p{Lu}\p{Ll}+(?:$|[ &/]))/gu)].map(({ index }) => text.slice(index));
