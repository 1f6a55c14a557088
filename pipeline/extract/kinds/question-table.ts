import { isPlaceholder } from '../../mend/flags.ts';
import type { Table } from '../../outline/block.ts';
import { says } from '../../outline/marks.ts';
import { bareQuestion, promptStrength } from '../../outline/prompt.ts';
import { companyOf, slug } from '../../vocabulary/companies.ts';
import { levelsIn } from '../../vocabulary/levels.ts';
import { beatOf, columnIs, difficultyOf, roleOfHeading } from '../../vocabulary/vocabulary.ts';
import { inlineBeats } from '../beats.ts';
import { draft } from '../draft.ts';
import type { Page, Place } from '../page.ts';
import { add, take } from '../take.ts';
import { advises } from './answered.ts';

/** A table with a column of questions. */
export function questionTable(page: Page, place: Place, table: Table): void {
  const at = (name: Parameters<typeof columnIs>[0]) =>
    table.header.cells.findIndex((cell) => columnIs(name, cell.replace(/\s*\([^()]*\)$/, '')));
  // Cards say with their shape what a header would.
  const isCards = table.header.cells.every((cell) => cell === '');
  const [least, share] = isCards ? [1, 0.5] : [2, 0.6];
  const asking = (i: number) => table.rows.filter((row) => promptStrength(row.cells[i] ?? '') >= least).length;
  const byContent = table.header.cells.findIndex((_, i) => asking(i) >= Math.max(2, table.rows.length * share));
  const ofBeats = table.rows.filter((row) => row.cells.slice(0, 2).some((cell) => beatOf(cell) !== undefined)).length;
  if (ofBeats >= 2) return;
  const question = byContent >= 0 ? byContent : at('question');
  if (question < 0 || (byContent < 0 && at('beat') >= 0)) return;
  const answer = at('answer') >= 0 || !isCards ? at('answer') : question + 1;
  const [company, role, round, level, difficulty, evaluates] = [
    at('company'),
    at('role'),
    at('round'),
    at('level'),
    at('difficulty'),
    at('evaluates'),
  ];
  if (byContent < 0 && company >= 0 && question > company && at('framework') >= 0) return;
  const isNamed =
    columnIs('question', table.header.cells[question] ?? '') ||
    /\bquestions?$/i.test(table.header.cells[question] ?? '');
  const rubric = table.header.cells.flatMap((head, i) => {
    const kind = i === evaluates ? undefined : roleOfHeading(head)?.role;
    return kind === 'criterion' || kind === 'pitfall' ? [{ i, kind }] : [];
  });
  take(page, table);
  for (const row of table.rows) {
    const cell = (i: number) => (i >= 0 && !/^[-–—*]*$|^any$/i.test(row.cells[i] ?? '') ? (row.cells[i] ?? '') : '');
    const [, name = '', rest = ''] = /^([^:?]{2,30}):\s+(\p{Lu}.+)$/su.exec(cell(question)) ?? [];
    const isLabelled = promptStrength(rest) >= 2;
    const text = bareQuestion(isLabelled ? rest : cell(question));
    const own = isLabelled ? companyOf(name) : undefined;
    if (
      !/\p{L}{2}/u.test(text) ||
      isPlaceholder(text) ||
      (!isNamed && promptStrength(text) === 0 && !(isCards && /\?$/.test(text)))
    ) {
      page.taken.delete(row);
      continue;
    }
    const tagged = row.cells.flatMap((one) => /(?:^|\s)company::?([\w-]+)/.exec(one)?.[1] ?? []);
    const scope = {
      ...place.scope,
      ...(own ? { companies: [own] } : {}),
      ...(tagged.length > 0 ? { companies: tagged.map((name) => companyOf(name) ?? slug(name)) } : {}),
      ...(cell(company) ? { companies: [companyOf(cell(company)) ?? slug(cell(company))] } : {}),
      ...(cell(role) ? { roles: [slug(cell(role))] } : {}),
      ...(cell(round) ? { rounds: [slug(cell(round))] } : {}),
      ...(cell(level) && levelsIn(`level ${cell(level)}`).length > 0
        ? { levels: levelsIn(`level ${cell(level)}`) }
        : {}),
      ...(cell(difficulty) ? { difficulty: difficultyOf(cell(difficulty)) ?? slug(cell(difficulty)) } : {}),
    };
    const asked = add(page, {
      ...draft('question', place, text, row, cell(evaluates) ? { evaluates: cell(evaluates) } : {}),
      scope,
    });
    for (const probe of cell(at('followup')).split(/(?<=\?)\s*[;/]?\s*/))
      if (says(probe)) add(page, { ...draft('follow-up', place, probe, row), scope, question: asked });
    for (const { i, kind } of rubric)
      if (says(cell(i))) add(page, { ...draft(kind, place, cell(i), row), scope, question: asked });
    for (const [i, told] of row.cells.entries()) {
      const beats = i === question ? [] : inlineBeats(told, row);
      const isTold = i === answer && (isCards ? told.length > 20 : told.length > 60 && !advises(told));
      if (beats.length >= 2 || isTold)
        add(page, { ...draft('worked-example', place, told, row, { beats }), question: asked });
    }
  }
}
