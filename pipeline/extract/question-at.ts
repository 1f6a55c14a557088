import type { Draft } from './draft.ts';
import type { Page, Place } from './page.ts';

/** The question that the page counts under a number, where there is exactly one. */
export function questionNumbered(page: Page, number: number): Draft<'question'> | undefined {
  const found = [...page.numbers].filter(([, counted]) => counted === number);
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** A title of fewer characters stands in a text by chance. */
const TELLING = 12;

/** Every probe looks for all of them. */
const TITLES = new WeakMap<Draft, string>();

/** The one question whose title stands in a text: "In the launch you slowed down, what if …?" */
export function questionTitledIn(page: Page, text: string): Draft<'question'> | undefined {
  const words = text.toLowerCase();
  let found: Draft<'question'> | undefined;
  for (const one of page.drafts) {
    if (one.kind !== 'question' || (one.fields.title?.length ?? 0) < TELLING) continue;
    const title = TITLES.get(one) ?? one.fields.title?.toLowerCase() ?? '';
    TITLES.set(one, title);
    if (!words.includes(title)) continue;
    if (found) return undefined;
    found = one;
  }
  return found;
}

/** The question that the text at a line belongs to: the last one asked above it in its section, or its section's own. */
export function questionAt(page: Page, place: Place, line: number): Draft<'question'> | undefined {
  const asked = page.drafts.filter((one): one is Draft<'question'> => one.kind === 'question');
  for (let at: Place | undefined = place; at; at = at.parent) {
    const here = asked.filter((one) => one.place === at && one.span.startLine < line && !isIndexed(one));
    if (at === place ? here.length > 0 : here.length === 1) return here.at(-1);
    if (at.question) return at.question;
  }
  return questionBeside(asked, place, line);
}

/** A section headed "Question" or "Scenario" asks for its sisters below, until the next of its kind. */
function questionBeside(asked: Draft<'question'>[], place: Place, line: number): Draft<'question'> | undefined {
  for (let at: Place | undefined = place; at?.parent; at = at.parent) {
    const above = asked.filter(
      (one) =>
        one.place.parent === at.parent &&
        one.span.startLine < line &&
        ((one.place.ownRole === 'question' && one.place.heading.split(' ').length <= 5) ||
          (one.place.section.label === true && at?.section.label === true && one.place.question === one)),
    );
    const last = above.at(-1);
    const together = asked.filter((one) => one.place === last?.place || one.place.parent === last?.place);
    if (last && together.length === 1) return last;
  }
  return undefined;
}

/** An entry of an index of practice questions is answered elsewhere: nothing below it belongs to it. */
export const isIndexed = (question: Draft<'question'>): boolean =>
  question.place.role === 'question' &&
  question.scope !== question.place.scope &&
  question.scope.rounds.length > 0 &&
  question.span.startLine === question.span.endLine &&
  question.fields.title === undefined;

/** The one question of a page that asks one, besides an index of others. */
export function onlyAsked(page: Page): Draft<'question'> | undefined {
  const asked = page.drafts.filter((one): one is Draft<'question'> => one.kind === 'question' && !isIndexed(one));
  return asked.length === 1 ? asked[0] : undefined;
}
