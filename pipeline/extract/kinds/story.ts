import { isPlaceholder } from '../../mend/flags.ts';
import type { Span } from '../../model/item.ts';
import type { BeatDraft } from '../beats.ts';
import { type Draft, draft } from '../draft.ts';
import type { Page, Place } from '../page.ts';
import { counted, numberNamed } from '../parts.ts';
import { onlyAsked, questionAt, questionNumbered } from '../question-at.ts';
import { add } from '../take.ts';
import { nearest } from './question-links.ts';

type Story = Draft<'worked-example'>;

/** Beats that say what belongs into each, and tell nothing. */
const instructs = (text: string, beats: readonly BeatDraft[]): boolean =>
  beats.length >= 3 &&
  !/\b(?:I|my|we|our)\b/.test(text) &&
  beats.filter((beat) => INSTRUCTS.test(beat.text)).length >= beats.length * 0.75;

const INSTRUCTS =
  /\byour?\b|\?$|^(?:set|describe|explain|say|give|what|how|who|where|show|state|tell|outline|detail|provide|share|briefly|quantify|name|talk)\b/i;

/** Adds what is told; beats that only say what belongs into them are the outline of an answer. */
export function addStory(
  page: Page,
  place: Place,
  text: string,
  span: Span,
  beats: BeatDraft[],
  title?: string,
): Story | Draft<'answer-outline'> | undefined {
  const told = beats.filter((beat) => !isPlaceholder(beat.text) && !/^\W*$/.test(beat.text));
  if (isPlaceholder(text) || (beats.length > 0 && told.length < 2)) return undefined;
  if (instructs(text, told) && !place.question) {
    const steps = told.map(({ name, ...beat }) => ({ ...beat, name }));
    return add(page, draft('answer-outline', place, text, span, { steps, ...(title ? { title } : {}) }));
  }
  const made = add(page, draft('worked-example', place, text, span, { beats: told, ...(title ? { title } : {}) }));
  const question = questionOf(page, place, text, title, beats[0]?.startLine ?? span.startLine);
  if (question) made.question = question;
  return made;
}

/** By the name in its heading, by the question it quotes first, or by where it stands. */
function questionOf(
  page: Page,
  place: Place,
  text: string,
  title: string | undefined,
  line: number,
): Draft<'question'> | undefined {
  const asked = page.drafts.filter((one): one is Draft<'question'> => one.kind === 'question');
  const quoted = /["“]([^"”]{12,160})["”]/.exec(text.slice(0, 260))?.[1];
  const byQuote = quoted && nearest(asked, quoted.replace(/[,.]$/, ''), 0.8);
  const byTitle = title && nearest(asked, title.replace(/^.*?\s[—–:-]\s/, ''), 0.75);
  const inTitle = [title, place.parent?.heading]
    .map((heading) => heading && /["“]([^"”]{8,160})["”]/.exec(heading)?.[1])
    .find((quoted) => quoted);
  const number = /\b(?:part|question|q|prompt|frage|pregunta)\s*#?(\d{1,2}|[A-H](?![\p{L}]))/iu.exec(title ?? '')?.[1];
  const own = numberNamed(title ?? '', page.counting) ?? (number ? counted(number) : undefined);
  const byNumber = own !== undefined && questionNumbered(page, own);
  return (
    byQuote ||
    (inTitle && nearest(asked, inTitle, 0.75)) ||
    byNumber ||
    place.question ||
    byTitle ||
    questionAt(page, place, line) ||
    (place.solved ? onlyAsked(page) : undefined)
  );
}
