import type { Kind } from '../model/item.ts';
import { promptStrength } from '../outline/prompt.ts';
import { beatOf, countInterviewWords, hintsAtInterviews, speaksOfInterviews } from '../vocabulary/vocabulary.ts';
import type { Page } from './page.ts';

/** A page about interviews says so at once, or it says so often. */
const OPENING = 700;
const OFTEN = 3;

/** Kinds that pages on other matters hold one or two of, and never four. */
const TELLING = new Set<Kind>([
  'question',
  'follow-up',
  'criterion',
  'pitfall',
  'worked-example',
  'answer-outline',
  'time-budget',
]);

/**
 * Whether a page is about interviews at all: it speaks of them, or what was found in it could stand nowhere else (two questions to
 * a candidate, a story told by beats, a header with a company and a role).
 */
export function isInterviewMaterial(page: Page, text: string): boolean {
  const { scope } = page.root;
  if (scope.companies.length > 0 && scope.roles.length + scope.levels.length > 0) return true;
  if (speaksOfInterviews(text.slice(0, OPENING)) || countInterviewWords(text.slice(0, 20_000)) >= OFTEN) return true;
  if (countInterviewWords(text.slice(0, 20_000)) > 0 && hintsAtInterviews(text.slice(0, 20_000)) >= OFTEN) return true;
  const asked = page.drafts.filter((draft) => draft.kind === 'question' && promptStrength(draft.text) >= 2);
  if (asked.length >= 2 || (asked.length === 1 && speaksOfInterviews(text.slice(0, 20_000)))) return true;
  if (asked.length === 1 && page.drafts.some(({ kind }) => kind === 'follow-up')) return true;
  if (new Set(page.drafts.flatMap(({ kind }) => (TELLING.has(kind) ? kind : []))).size >= 4) return true;
  if (
    page.drafts.some(
      (draft) =>
        draft.kind === 'level-bar' ||
        draft.kind === 'hint' ||
        draft.kind === 'clarifying-question' ||
        draft.kind === 'company-focus',
    )
  )
    return true;
  return page.drafts.some(
    (draft) =>
      draft.kind === 'worked-example' &&
      /\b(?:I|my|ich|je|yo|mi)\b/.test(draft.text) &&
      (draft.fields as { beats?: { name: string }[] }).beats?.some(({ name }) => beatOf(name) !== undefined),
  );
}
