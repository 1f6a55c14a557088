import type { Scope } from '../model/scope.ts';
import type { Entry, Paragraph } from '../outline/block.ts';
import { endsAsking, promptStrength } from '../outline/prompt.ts';
import { cuesIn, SURE } from '../vocabulary/cues.ts';
import type { Role } from '../vocabulary/vocabulary.ts';
import { guessRole } from './guess.ts';
import { entriesBelow, entriesOf, probes } from './lines.ts';
import { give, type Page, type Place } from './page.ts';
import { isChain, OF_COMPANY, shapeOf } from './shape.ts';

const FOR_THE_INTERVIEWER =
  /\b(?:should i|shall i|may i|can i|could i|am i|do you (?:want|prefer|need)|would you (?:like|prefer|rather)|would it help|are you (?:looking|most|interested|after)|is (?:this|the|it|there|one|a|that)\b|which (?:would|of|level|part|side)|how (?:long|far|much|recent|deep|detailed|technical)|within what you|want to hear)/i;

/**
 * Roles of sections whose heading no table knows, by what they hold and where they stand: lists of questions by whom they address; labelled
 * conditions before the first part; a heading that comes again in every part, and one that sums up behind the last.
 */
export function inferRoles(page: Page): void {
  const parts = page.places.filter(isPart);
  const [first, last] = [parts[0], parts.at(-1)];
  const partsOf = partsByHeading(page.places);
  const tells = page.places.flatMap((place) => (place.ownRole === 'worked-example' ? lineOf(place) : []));
  const asking = Math.min(...page.places.flatMap((place) => (asksSomething(place) ? lineOf(place) : [])));
  for (const place of page.places) {
    if (asksNothing(place) || isBeatOfStory(place)) {
      delete place.role;
      delete place.ownRole;
    }
    if (!isOpen(place)) continue;
    const own = entriesOf(place);
    const entries = own.length > 0 ? own : entriesBelow(place);
    if (entries.length < 2 && !entries.some((entry) => entry.type === 'paragraph' && isChain(entry))) continue;
    if (asksFurther(place)) {
      give(place, 'follow-up');
      continue;
    }
    const line = lineOf(place);
    const { solved } = place;
    const at = {
      isBefore: first !== undefined && line < lineOf(first),
      isBehind: last !== undefined && line > lineOf(last),
      solved,
      follows: solved || isAsked(page.root.scope) || asking < line,
      ordered: isOrdered(place),
    };
    const isFree = !place.role && !place.section.label;
    const byAddress = isFree ? asked(place, entries, at.isBefore, at.isBehind) : undefined;
    const guess = guessRole(place.heading, shapeOf(entries), at);
    // Whom questions address says more than that they are questions.
    const guessed = byAddress && (!guess || guess.role === 'question') ? undefined : guess;
    const isSure =
      isUntimed(place) ||
      (!place.ownRole &&
        (!place.role || place.parent?.section.depth === 1 || (VAGUE.has(place.role) && !place.section.label)));
    const isTold =
      guessed && (isSure || guessed.weight >= SURE) && (place.ownRole !== 'question' || ASKING.has(guessed.role));
    const inParts = solved || parts.length < 2 ? 0 : (partsOf.get(keyOf(place))?.size ?? 0);
    const isUnasked =
      place.ownRole === 'question' &&
      !/\b(?:questions?|problems?|tasks?|exercises?)\b/i.test(place.heading) &&
      inParts >= 2 &&
      shapeOf(entries).asks === 0;
    const byPlace =
      solved || parts.length < 2 || (place.role && !isUnasked) || !(isFree || inParts >= 2) || advisesOnly(place)
        ? undefined
        : byPosition(entries, at.isBefore, at.isBehind, inParts);
    const isProbing = isFree && !guess && at.follows && (at.isBehind || tells.some((told) => told < line));
    // Among questions that have sections of their own, a question is one of them.
    const isAmongAsked = place.children.some(({ asks }) => asks);
    const byShape = isProbing && !isAmongAsked && probes(entries) ? ('follow-up' as const) : undefined;
    const role = (isTold ? guessed.role : undefined) ?? byAddress ?? byPlace ?? byShape;
    if (role) give(place, role);
    if (role && own.length === 0) for (const child of place.children) child.role = role;
  }
}

const isPart = ({ part, solved, ownRole }: Place): boolean => part !== undefined && !solved && !ownRole;
const lineOf = ({ section }: Place): number => section.heading?.startLine ?? 0;
const keyOf = ({ heading }: Place): string => heading.toLowerCase().replace(/\d+/g, '#');

/** The parts in which a heading comes, by its words. */
function partsByHeading(places: readonly Place[]): Map<string, Set<Place>> {
  const parts = new Map<string, Set<Place>>();
  for (const place of places)
    for (let at = place.parent; at; at = at.parent)
      if (isPart(at)) parts.set(keyOf(place), (parts.get(keyOf(place)) ?? new Set()).add(at));
  return parts;
}

/** Roles that a section has from its parent and that say little of what a list in it holds. */
const VAGUE = new Set<Role>(['solution', 'overview', 'guidance', 'question']);
/** Roles that one common word of a heading gives: words beside it may say more. */
const GENERAL = new Set<Role>(['guidance', 'question']);
/** What a heading of questions may say of who asks them. */
const ASKING = new Set<Role>(['follow-up', 'clarifying-question', 'question-to-ask', 'checklist-item']);
/** Roles that hold for all that stands below them. */
const CLOSED = new Set<Role>(['chrome', 'faq', 'worked-example', 'follow-up-answer', 'level-bar', 'company-focus']);

/** A header that names a company or a round stands over a question. */
const isAsked = ({ companies, roles, rounds }: Scope): boolean =>
  rounds.length > 0 || (companies.length > 0 && roles.length > 0);

const asksSomething = (place: Place): boolean =>
  place.asks || place.part !== undefined || place.role === 'question' || place.role === 'worked-example';

/** Whether nothing has said yet what a section holds. */
const isOpen = (place: Place): boolean =>
  place.section.heading !== undefined &&
  (place.ownRole === undefined || GENERAL.has(place.ownRole) || isUntimed(place)) &&
  (!CLOSED.has(place.role ?? 'guidance') || asksFurther(place)) &&
  !place.asks &&
  place.part === undefined &&
  !place.beat;

/** Below a story, a label over a list in which everything is asked. */
function asksFurther({ role, ownRole, section }: Place): boolean {
  const [list] = section.blocks;
  return (
    role === 'worked-example' &&
    ownRole === undefined &&
    section.label === true &&
    list?.type === 'list' &&
    list.entries.length >= 2 &&
    list.entries.every(({ text }) => endsAsking(text) && promptStrength(text) >= 2)
  );
}

/** A heading that speaks of minutes over a list that holds no duration: "Last ten minutes are yours". */
function isUntimed(place: Place): boolean {
  if (place.ownRole !== 'time-budget') return false;
  const entries = entriesOf(place);
  return entries.length > 0 && entries.every(({ text }) => !/\d/.test(text));
}

/** A heading that promises questions over a list of three or more lines in which nothing is asked. */
function asksNothing(place: Place): boolean {
  if (place.ownRole !== 'clarifying-question' && place.ownRole !== 'question-to-ask') return false;
  const entries = entriesOf(place);
  if (entries.length < 3) return false;
  const { asks, prompts } = shapeOf(entries);
  return asks + prompts === 0 && entries.every(({ text }) => text.split(' ').length > 5);
}

/** A heading whose words speak of advice, and of no conditions: "Keep in mind". */
function advisesOnly({ heading }: Place): boolean {
  const cues = cuesIn(heading);
  return cues.has('guidance') && !cues.has('constraint') && !cues.has('criterion');
}

/** "Constraint" among the beats of a story is one of them. */
function isBeatOfStory({ beat, ownRole, parent, section }: Place): boolean {
  if (!beat || ownRole !== 'constraint' || !parent) return false;
  const at = parent.children.findIndex((child) => child.section === section);
  return [at - 1, at + 1].every((next) => parent.children[next]?.beat !== undefined);
}

const isOrdered = ({ section }: Place): boolean =>
  section.blocks.some((block) => block.type === 'list' && block.ordered);

/** A list of questions: what a candidate asks first, or at the end. What an interviewer asks has a recogniser of its own. */
function asked(place: Place, entries: (Entry | Paragraph)[], isBefore: boolean, isBehind: boolean): Role | undefined {
  const questions = entries.filter(({ text }) => endsAsking(text));
  if (questions.length < entries.length * 0.8) return undefined;
  const count = (pattern: RegExp) => questions.filter(({ text }) => pattern.test(text)).length / questions.length;
  const [interviewer, company] = [count(FOR_THE_INTERVIEWER), count(OF_COMPANY)];
  const opens = isBefore || /\b(?:open|first|frame|begin|before|start|align|scope)\b/i.test(place.heading);
  const closes =
    isBehind || /\b(?:close|closing|end|last|leave|final|finish|turn|love to get|ask us|for us)\b/i.test(place.heading);
  if (opens && interviewer >= 0.4) return 'clarifying-question';
  if (closes && company >= 0.4) return 'question-to-ask';
  return undefined;
}

function byPosition(
  entries: (Entry | Paragraph)[],
  isBefore: boolean,
  isBehind: boolean,
  inParts: number,
): Role | undefined {
  const labelled = entries.filter(({ lead }) => lead && lead.rest !== '').length >= entries.length * 0.6;
  if (inParts >= 2) return 'criterion';
  if (!labelled) return undefined;
  if (isBefore) return 'constraint';
  return isBehind && inParts === 0 ? 'criterion' : undefined;
}
