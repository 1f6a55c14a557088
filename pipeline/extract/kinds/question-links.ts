import { bareQuestion } from '../../outline/prompt.ts';
import { hasLabel } from '../../vocabulary/vocabulary.ts';
import { COUNTED_ANSWER } from '../announced.ts';
import type { Draft } from '../draft.ts';
import { give, type Page, type Place, untaken } from '../page.ts';
import { counted as countedAs } from '../parts.ts';
import { questionAt, questionNumbered } from '../question-at.ts';
import { take } from '../take.ts';

const words = (text: string): string[] =>
  bareQuestion(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** The question whose text or title a heading repeats. */
export function sameQuestion(page: Page, heading: string): Draft<'question'> | undefined {
  const wanted = words(heading).join(' ');
  if (wanted === '') return undefined;
  const { asked, drafts } = page;
  for (; asked.upTo < drafts.length; asked.upTo++) {
    const one = drafts[asked.upTo];
    if (one?.kind !== 'question') continue;
    for (const text of [one.text, one.fields.title ?? '']) {
      const key = words(text).join(' ');
      if (!asked.byWords.has(key)) asked.byWords.set(key, one);
    }
  }
  return asked.byWords.get(wanted);
}

/** "Answer to prompt 2: …": a heading that says which question it is about. */
const NUMBERED = /^\p{L}[\p{L} ]{2,30} (?:part|prompt|question) #?(\d{1,2}|[A-H])\b/iu;

/** "Prompt A is scored on": a heading that says something of one part. */
const SAYS_OF_PART = /^(?:part|prompt|question) #?(\d{1,2}|[A-H]) (?:is|are|should|must|needs|covers|answers)\b/i;

/** A section of the solution belongs to the question of the same number, of the same title, or of the most words in common. */
export function linkSolution(page: Page, place: Place): void {
  const asked = page.drafts.filter((one): one is Draft<'question'> => one.kind === 'question');
  const { heading } = place;
  if (heading === '' || asked.length === 0 || place.beat) return;
  const mark = (NUMBERED.exec(heading) ??
    SAYS_OF_PART.exec(heading) ??
    (place.solved ? COUNTED_ANSWER.exec(heading) : undefined))?.[1];
  const number = place.solved ? place.part : undefined;
  const byNumber = number ?? (mark === undefined ? undefined : countedAs(mark));
  const counted = byNumber === undefined ? undefined : questionNumbered(page, byNumber);
  const repeated = place.ownRole ? undefined : sameQuestion(page, heading);
  const titled = isSame(heading, repeated?.fields.title ?? '') ? repeated : undefined;
  if (counted) {
    place.question = counted;
    if (!place.ownRole && place.solved && tellsOnly(place)) give(place, 'worked-example');
  } else if (titled && titled.place !== place) place.question = titled;
  else if (
    (!place.ownRole || (place.ownRole === 'question' && place.part === undefined)) &&
    namesQuestion(asked, heading)
  ) {
    give(place, 'worked-example');
    const named = nearest(asked, heading.replace(/^.*?(?:\s[—–]|:)\s/, ''), 0.8);
    if (named) place.question = named;
  } else if (!place.ownRole && !place.section.label && quotesQuestion(asked, place)) {
    give(place, 'worked-example');
  } else if (place.ownRole === 'worked-example' || place.solved || place.ownRole === 'answer-outline') {
    const named = nearest(asked, heading.replace(/^.*?\s[—–:-]\s/, ''), 0.8) ?? nearest(asked, heading, 0.67);
    if (named) place.question = named;
  }
}

/** So long is what tells an answer and nothing else, in characters. */
const TOLD = 300;

/** Nothing stands below a heading but paragraphs that tell something. */
const tellsOnly = ({ section: { blocks, sections } }: Place): boolean =>
  sections.length === 0 &&
  blocks.every((block) => block.type === 'divider' || (block.type === 'paragraph' && !block.lead?.rest)) &&
  blocks.reduce((length, block) => length + (block.type === 'paragraph' ? block.text.length : 0), 0) >= TOLD;

/** "Another take — Balance merchant requests": a heading whose words behind a dash are a question's. */
const namesQuestion = (asked: Draft<'question'>[], heading: string): boolean => {
  const tail = /^.{3,40}?(?:\s[—–]|:)\s(.{12,})$/.exec(heading)?.[1];
  return tail !== undefined && asked.some(({ text, fields }) => isSame(tail, text) || isSame(tail, fields.title ?? ''));
};

/** A section that begins with the question it answers: "For “Tell me about a time …,” a good candidate …". */
function quotesQuestion(asked: Draft<'question'>[], place: Place): boolean {
  const [first] = place.section.blocks;
  const quoted =
    first?.type === 'paragraph' &&
    /^(?:\p{L}+ ){0,3}["“]([^"”]{12,160})["”]/u.exec(first.text)?.[1]?.replace(/[,.]$/, '');
  return quoted ? asked.some(({ text }) => isSame(quoted, text)) : false;
}

const isSame = (a: string, b: string): boolean => a !== '' && words(a).join(' ') === words(b).join(' ');

/** The one question that holds most of the words, where at least the given share of them stands in it. */
export function nearest(asked: Draft<'question'>[], text: string, share: number): Draft<'question'> | undefined {
  const wanted = words(text)
    .map((word) => word.slice(0, 5))
    .filter((word) => !COMMON.has(word));
  if (wanted.length < 2) return undefined;
  const scored = asked
    .map((one) => {
      const there = new Set(words(`${one.fields.title ?? ''} ${one.text}`).map((word) => word.slice(0, 5)));
      return { one, score: wanted.filter((word) => there.has(word)).length / wanted.length };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= share && best.score > (second?.score ?? 0) ? best.one : undefined;
}

const COMMON = new Set([
  'the',
  'and',
  'for',
  'with',
  'that',
  'this',
  'you',
  'your',
  'sampl',
  'examp',
  'story',
  'answe',
  'model',
  'worke',
  'engin',
  'from',
  'how',
  'what',
  'about',
  'tell',
  'time',
]);

/** "What they evaluate: …" says it of the question above. */
export function evaluations(page: Page, place: Place): void {
  for (const block of untaken(page, place)) {
    if (
      (block.type !== 'paragraph' && block.type !== 'entry') ||
      !block.lead ||
      !hasLabel('evaluates', block.lead.text) ||
      block.lead.rest === '' ||
      (block.type === 'entry' && block.number !== undefined)
    )
      continue;
    const question =
      questionAt(page, place, block.startLine) ?? questionAt(page, place.parent ?? place, block.startLine);
    if (!question || question.fields.evaluates) continue;
    question.fields.evaluates = block.lead.rest;
    question.fieldLines.evaluates = { startLine: block.startLine, endLine: block.endLine };
    take(page, block);
  }
}
