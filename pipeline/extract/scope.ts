import type { Scope } from '../model/scope.ts';
import { companiesIn, companyOf, slug } from '../vocabulary/companies.ts';
import { bandWordIn, levelsIn } from '../vocabulary/levels.ts';
import { normalise } from '../vocabulary/normalise.ts';
import { difficultyOf, isRoleName, type Metadata, roleNameIn, roundOf } from '../vocabulary/vocabulary.ts';

/** What a heading adds to the scope it stands in: the companies, levels or role it names. A question names none. */
export function headingScope(outer: Scope, heading: string, asks: boolean, isTitle: boolean): Scope {
  if (heading === '' || asks) return outer;
  const reported = /^(.+?) (?:at|bei|chez|en) (.+?) was asked\W*$/i.exec(heading);
  if (reported?.[1] && reported[2])
    return { ...outer, roles: [slug(reported[1])], companies: [companyOf(reported[2]) ?? slug(reported[2])] };
  const companies = companiesIn(heading);
  const levels = levelsIn(heading);
  const band = levels.length === 0 ? bandWordIn(heading) : undefined;
  const role = isRoleName(heading) || (isTitle && outer.roles.length === 0) ? roleOfTitle(heading, isTitle) : undefined;
  if (companies.length + levels.length === 0 && !band && !role) return outer;
  return {
    ...outer,
    ...(companies.length > 0 ? { companies } : {}),
    ...(levels.length > 0 ? { levels } : {}),
    ...(band ? { levels: [band.replace(/^./, (first) => first.toUpperCase())] } : {}),
    ...(role ? { roles: [role] } : {}),
  };
}

const roleOfTitle = (heading: string, isTitle: boolean): string | undefined => {
  const name = roleNameIn(heading);
  if (!name) return undefined;
  const others = normalise(heading)
    .replace(name, '')
    .split(' ')
    .filter((word) => word !== '' && !['for', 'the', 's', 'questions', 'role'].includes(word));
  return isTitle || others.length <= 1 ? slug(name) : undefined;
};

/** What a filter of a page says where it leaves nothing out. */
const ANY =
  /^(?:any|all|general|every|everyone|alle|tous|toutes|todos|todas)(?: (?:compan(?:y|ies)|roles?|levels?|rounds?|difficult(?:y|ies)|topics?))?$/;

export const isAny = (value: string): boolean => ANY.test(normalise(value));

/** What a labelled value adds ("Company: Meta", "Level target: IC6+"): the label names the field, the value is the source's own. */
export function labelledScope(outer: Scope, label: Metadata, value: string): Scope {
  if (isAny(value)) return outer;
  const values = value
    .split(/\s*(?:,|;|\s\/\s|\s&\s|\sand\s)\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  switch (label) {
    case 'company':
      return {
        ...outer,
        companies: values
          .filter((name) => !isAny(name))
          .map((name) => companyOf(name) ?? slug(name.replace(/\([^)]*\)/g, ''))),
      };
    case 'role':
      if (/[?;]|\b(?:you|your|i|my)\b/i.test(value) || value.split(/\s+/).length > 8) return outer;
      return { ...outer, roles: values.map((name) => slug(name.replace(/\([^)]*\)/g, ''))) };
    case 'level': {
      const levels = levelsIn(value).length > 0 ? levelsIn(value) : levelsIn(`level ${value}`);
      const band = bandWordIn(value);
      return levels.length > 0
        ? { ...outer, levels }
        : band
          ? { ...outer, levels: [value.replace(/\s*\(.*$/, '').trim()] }
          : outer;
    }
    case 'round':
      return { ...outer, rounds: values.map((name) => slug(name.replace(/\([^)]*\)/g, ''))) };
    case 'difficulty':
      return { ...outer, difficulty: difficultyOf(value) ?? slug(value) };
    case 'topic':
      return { ...outer, topics: value.split(/\s*[,;]\s*/).map(slug) };
    default:
      return outer;
  }
}

/** The scope of "Meta · Machine Learning Engineer · Onsite · hard"; undefined where not all parts are a scope's. */
export function dividedScope(outer: Scope, parts: string[]): Scope | undefined {
  let scope = outer;
  let unknown = 0;
  for (const [i, part] of parts.entries()) {
    const company = companyOf(part);
    const levels = levelsIn(part);
    if (company) scope = { ...scope, companies: [company] };
    else if (difficultyOf(part)) scope = { ...scope, difficulty: difficultyOf(part) as string };
    else if (roundOf(part)) scope = { ...scope, rounds: [slug(part)] };
    else if (isRoleName(part) || roleNameIn(part)) scope = { ...scope, roles: [slug(part)] };
    else if (levels.length > 0) scope = { ...scope, levels };
    else if (i === 0 && parts.length >= 3 && isHeld(parts.slice(1))) scope = { ...scope, companies: [slug(part)] };
    else if (i === 1 && scope.companies !== outer.companies && proveRole(part, parts.slice(2)))
      scope = { ...scope, roles: [slug(part)] };
    else unknown++;
  }
  return unknown > 0 && unknown >= parts.length / 2 ? undefined : scope;
}

/** A name that no table knows is a company's only in front of a role, a round or a difficulty. */
const isHeld = (behind: string[]): boolean =>
  behind.some((part) => isRoleName(part) || roundOf(part) !== undefined || difficultyOf(part) !== undefined);

/** What stands between a company and a round or a difficulty is a role, whatever its name, unless another part is one. */
const proveRole = (part: string, behind: string[]): boolean =>
  /^\p{Lu}/u.test(part) &&
  part.split(/\s+/).length <= 6 &&
  !/[.!?:]$/.test(part) &&
  behind.some((other) => roundOf(other) || difficultyOf(other)) &&
  !behind.some((other) => isRoleName(other));
