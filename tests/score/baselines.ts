import { anyScope } from '../../pipeline/model/any-scope.ts';
import type { Item } from '../../pipeline/model/item.ts';
import type { GoldDocument } from './collection.ts';
import { words } from './words.ts';

/** What reads as a request though it has no question mark. */
const OPENERS = new Set('tell describe give walk explain share talk discuss think recall name imagine'.split(' '));
const HEADING_WORDS = 16;

const hasQuestionMark = (line: string): boolean => /[?？]/.test(line);
/** The first word after marks and numbering ("3.", "Q1:") is an opener. */
const opensAsRequest = (line: string): boolean =>
  OPENERS.has(words(line).find((word) => !/^(?:q|question|\p{N}+|q\p{N}+)$/u.test(word)) ?? '');

/** Marked as a heading, underlined as one, wholly bold or in capitals, or a short line alone that no full stop ends. */
function isHeadingLike(line: string, before: string, after: string): boolean {
  const text = line.trim();
  if (/^#{1,6}\s/.test(text) || /^(\*\*|__).+\1:?$/.test(text) || /^(?:={3,}|-{3,})$/.test(after.trim())) return true;
  if (/\p{Lu}/u.test(text) && text === text.toUpperCase()) return true;
  return before.trim() === '' && after.trim() === '' && words(text).length <= HEADING_WORDS && !/[.,;:]$/.test(text);
}

type IsQuestion = (line: string, before: string, after: string) => boolean;

/** What extraction has to beat: readings that any script of a few lines could do. */
export const BASELINES = {
  'headings only': (line, before, after) =>
    isHeadingLike(line, before, after) && (hasQuestionMark(line) || opensAsRequest(line)),
  'question marks only': (line) => hasQuestionMark(line),
} satisfies Record<string, IsQuestion>;

/** Every line of the documents that a baseline takes for a question. */
export function baselineQuestions(isQuestion: IsQuestion, documents: readonly GoldDocument[]): Item[] {
  return documents.flatMap(({ name, file, lines }) =>
    lines.flatMap((line, index): Item[] => {
      if (line.trim() === '' || !isQuestion(line, lines[index - 1] ?? '', lines[index + 1] ?? '')) return [];
      const at = index + 1;
      const source = { file, startLine: at, endLine: at, section: [] };
      return [{ id: `${name}:${at}`, kind: 'question', text: line, scope: anyScope(), source }];
    }),
  );
}
