import type { Scope } from '../model/scope.ts';
import { type Section, type Table, walkBlocks, walkSections } from '../outline/block.ts';
import { companiesIn, slug } from '../vocabulary/companies.ts';
import { levelsIn } from '../vocabulary/levels.ts';
import { metadataOf, roleNameIn } from '../vocabulary/vocabulary.ts';
import { wordsOf } from './draft.ts';
import { labelledScope } from './scope.ts';

const SUBJECT = /^(?:subject|betreff|objet|asunto|re|fwd?)\s*:\s*(.+)$/i;

/** A letter's subject that speaks of an interview. */
export const isSubject = (text: string): boolean =>
  /\b(?:interview|onsite|on-site|screen|loop|final round|gespräch|entretien|entrevista)/i.test(
    SUBJECT.exec(text)?.[1] ?? '',
  );

/** "Subject: Your onsite at Figma for Senior Data Engineer (IC3)": whom the subject names. */
export function subjectScope(scope: Scope, text: string): Scope | undefined {
  if (!isSubject(text)) return undefined;
  const subject = SUBJECT.exec(text)?.[1] ?? '';
  const companies = companiesIn(subject);
  const levels = levelsIn(subject);
  const role = titledRole(subject);
  return {
    ...scope,
    ...(companies.length > 0 ? { companies } : {}),
    ...(levels.length > 0 ? { levels } : {}),
    ...(role ? { roles: [slug(role)] } : {}),
  };
}

/** A role as a title writes it, with the words of rank before it: "Senior Data Engineer". */
function titledRole(text: string): string | undefined {
  const name = roleNameIn(text);
  if (!name) return undefined;
  const at = text.toLowerCase().indexOf(name);
  const rank =
    at < 0 ? undefined : /(?:(?:Senior|Staff|Principal|Lead|Junior|Embedded) )+$/.exec(text.slice(0, at))?.[0];
  return at < 0 ? name : `${rank ?? ''}${text.slice(at, at + name.length)}`;
}

/** A table of two columns that says for whom a page is: "Company | Bosch". Two of its rows must be a header's labels. */
export function isInfobox(table: Table): boolean {
  const rows = [table.header, ...table.rows];
  return rows.every(({ cells }) => cells.length === 2) && rows.filter(({ cells }) => isScope(cells[0])).length >= 2;
}

const isScope = (label = ''): boolean =>
  ['company', 'role', 'level', 'round', 'difficulty'].includes(metadataOf(label) ?? '');

export function infoboxScope(outer: Scope, { header, rows }: Table): Scope {
  let scope = outer;
  for (const { cells } of [header, ...rows]) {
    const label = metadataOf(cells[0] ?? '');
    if (label && isScope(cells[0]) && cells[1]) scope = labelledScope(scope, label, cells[1]);
  }
  return scope;
}

const TITLE = /^(\p{Lu}[\p{L}\d.&]*(?: \p{Lu}[\p{L}\d.&]*){0,2}) (?:Interviews?|interviews?)\b/u;

/** "Monzo interview questions": a title's first words name a company that no table knows where the text says "at Monzo". */
export function titleCompany(title: string, root: Section): string | undefined {
  const name = TITLE.exec(title)?.[1];
  if (!name || roleNameIn(name)) return undefined;
  const said = new RegExp(`\\b(?:at|with|join|for|bei|chez|en) ${name.replace(/[.&]/g, '\\$&')}(?![\\p{L}])`, 'u');
  return textsOf(root).some((text) => said.test(text)) ? slug(name) : undefined;
}

const textsOf = (root: Section): string[] =>
  [...walkSections(root)]
    .flatMap(({ blocks }) => [...walkBlocks(blocks)])
    .flatMap((block) => (block.type === 'paragraph' ? wordsOf(block) : []));
