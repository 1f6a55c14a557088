/** What pages count their questions by. */
const NOUNS = 'part|question|section|prompt|scenario|q|round|story|stage|topic|frage|pregunta|partie|teil'.split('|');

const MARK = '#?(\\d{1,2}|[A-H](?=\\s*[.:·,—–-]|$))(?![\\p{L}\\p{N}])';
const counting = (nouns: readonly string[]) => new RegExp(`^(?:${nouns.join('|')})\\s*${MARK}`, 'iu');

/** A heading that counts: "Part 2", "Question B". */
export const PART = counting(NOUNS);

/** The number of a part: 3, or 2 for the letter B. */
export const counted = (mark: string): number =>
  /^\d/.test(mark) ? Number(mark) : mark.toUpperCase().charCodeAt(0) - 64;

/** A name of one or two words with a number or a letter behind it, and a mark behind that. */
const COUNTS = /^(\p{Lu}\p{L}+(?: \p{L}+)?) #?(\d{1,2}|[A-H])(?=\s*[.:·,—–-]|$)/u;

/** What is counted without being asked. */
const NOT_ASKED =
  /^(?:(?:the|my|our) )?(?:step|phase|day|week|month|year|tip|mistake|trap|level|lesson|chapter|module|method|option|appendix|figure|table|sample|example|answer|reason|rule|principle|habit|framework|type|pitfall|hint|probe|variation|version|grade|tier|pillar|skill|idea|angle|variant)s?$/i;

/** The names by which a page counts its own parts: each heads two or more of them, from the first on ("Scene 1", "Scene 2"). */
export function ownNouns(headings: readonly string[]): string[] {
  const marks = new Map<string, Set<number>>();
  for (const heading of headings) {
    const [, noun, mark] = COUNTS.exec(heading) ?? [];
    if (noun && mark && !NOT_ASKED.test(noun)) marks.set(noun, (marks.get(noun) ?? new Set()).add(counted(mark)));
  }
  return [...marks].flatMap(([noun, numbers]) => (numbers.size >= 2 && numbers.has(1) ? [noun] : []));
}

/** How a page counts its parts, at the beginning of a heading. */
export const partOf = (own: readonly string[]): RegExp => (own.length === 0 ? PART : counting([...NOUNS, ...own]));

/** How a page's own parts are named within a text: "In Scene 2, who was angry?" */
export function numberNamed(text: string, own: readonly string[]): number | undefined {
  if (own.length === 0) return undefined;
  const mark = new RegExp(`\\b(?:${own.join('|')}) #?(\\d{1,2}|[A-H])(?![\\p{L}\\p{N}])`, 'iu').exec(text)?.[1];
  return mark === undefined ? undefined : counted(mark);
}
