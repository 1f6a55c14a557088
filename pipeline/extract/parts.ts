/** What pages count their questions by. */
const NOUNS = 'part|question|section|prompt|scenario|q|round|story|stage|topic|frage|pregunta|partie|teil'.split('|');

/** Numbers that are written out: "Prompt two". */
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

const MARK = `#?(\\d{1,2}|[A-H](?=\\s*[.:·,—–-]|$)|(?:${WORDS.join('|')})(?=\\s*[.:—–-]|$))(?![\\p{L}\\p{N}])`;
const counting = (nouns: readonly string[]) => new RegExp(`^(?:${nouns.join('|')})\\s*${MARK}`, 'iu');

/** A heading that counts: "Part 2", "Question B". */
export const PART = counting(NOUNS);

/** The number of a part: 3, or 2 for the letter B. */
export const counted = (mark: string): number => {
  const written = WORDS.indexOf(mark.toLowerCase());
  if (written >= 0) return written + 1;
  return /^\d/.test(mark) ? Number(mark) : mark.toUpperCase().charCodeAt(0) - 64;
};

/** A name of one or two words with a number or a letter behind it, and a mark behind that. */
const COUNTS = /^(\p{Lu}\p{L}+(?: \p{L}+)?) #?(\d{1,2}|[A-H])(?=\s*[.:·,—–-]|$)/u;

/** What is counted without being asked. */
const NOT_ASKED =
  /^(?:(?:the|my|our) )?(?:step|phase|day|week|month|year|tip|mistake|trap|level|lesson|chapter|module|method|option|appendix|figure|table|sample|example|answer|reason|rule|principle|habit|framework|type|pitfall|hint|nudge|clue|pointer|probe|variation|version|grade|tier|pillar|skill|idea|angle|variant)s?$/i;

/** A page counts its parts by one or two names; more of them are chance. */
const MOST = 4;

/** The names by which a page counts its own parts: each heads two or more of them, from the first on ("Scene 1", "Scene 2"). */
function ownNouns(headings: readonly string[]): string[] {
  const marks = new Map<string, Set<number>>();
  for (const heading of headings) {
    const [, noun, mark] = COUNTS.exec(heading) ?? [];
    if (noun && mark && !NOT_ASKED.test(noun)) marks.set(noun, (marks.get(noun) ?? new Set()).add(counted(mark)));
  }
  return [...marks].flatMap(([noun, numbers]) => (numbers.size >= 2 && numbers.has(1) ? [noun] : [])).slice(0, MOST);
}

/** How a page counts its parts. */
export interface Counting {
  /** At the beginning of a heading. */
  heading: RegExp;
  /** Within a text, by the page's own names: "In Scene 2, who was angry?" Undefined where it has none. */
  named: RegExp | undefined;
}

/** How a page with these headings counts. */
export function countingOf(headings: readonly string[]): Counting {
  const own = ownNouns(headings);
  if (own.length === 0) return { heading: PART, named: undefined };
  return {
    heading: counting([...NOUNS, ...own]),
    named: new RegExp(`\\b(?:${own.join('|')}) #?(\\d{1,2}|[A-H])(?![\\p{L}\\p{N}])`, 'iu'),
  };
}

/** The number by which a text names a part, in the page's own words. */
export function numberNamed(text: string, { named }: Counting): number | undefined {
  const mark = named?.exec(text)?.[1];
  return mark === undefined ? undefined : counted(mark);
}
