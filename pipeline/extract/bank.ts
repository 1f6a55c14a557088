import type { Paragraph } from '../outline/block.ts';
import { endsAsking, promptStrength } from '../outline/prompt.ts';
import { cuesIn, SURE } from '../vocabulary/cues.ts';
import { isCommand } from './kinds/prompt-list.ts';
import { give, type Page, type Place } from './page.ts';
import { type Line, OF_COMPANY, shapeOf } from './shape.ts';

/** So many lines that ask make a page a list of questions. */
const MANY = 8;

/** What a candidate wants to know of a job, over all questions of a page. */
const OF_JOB =
  /\b(?:compan(?:y|ies)|offices?|teams?|customers?|clients?|employees|staff|a typical|typically|on.?call|remote(?:ly)?|wfh|hours|vacation|holidays|benefits?|dress code|commute|parking|tech(?:nical)? (?:stack|debt|vision)|deploy\w*|code reviews?|sprints?|releas\w+|roadmap|culture|turnover|hiring|work(?:ing)? (?:here|there|at|for)|dev(?:elopment)? env\w*|setup|funding|profitable|equity|salary|bonus|raises?|promotions?|career path|mentor\w*|budget)\b/i;

/** What only the other side is asked. */
const OF_PAST = /\b(?:have you|did you|would you|were you|your (?:last|previous|current|greatest|biggest))\b/i;

/**
 * Pages that are one long list of questions under headings that only name topics: where nearly all of them are about the job, a candidate asks
 * them; where most ask somebody who applies, an interviewer does, and asks the short lines among them, too.
 */
export function inferBanks(page: Page): void {
  for (const depth of new Set(page.places.map(({ section }) => section.depth)))
    askLikeSisters(page.places.filter(({ section }) => section.depth === depth && !section.label));
  const open = page.places.filter(({ role }) => role === undefined || role === 'question');
  const entries = open.flatMap(entriesOf);
  const asking = entries.filter(({ text }) => endsAsking(text) || promptStrength(text) >= 2);
  if (asking.length < MANY) return;
  if (asksOfJob(page, asking)) {
    for (const place of open) if (place.asks || asks(place, 0.3)) give(place, 'question-to-ask');
    return;
  }
  const sure = entries.filter(({ text }) => promptStrength(text) >= 2);
  const weak = entries.filter(({ text }) => promptStrength(text) >= 1);
  const isSure = sure.length >= MANY && sure.length >= entries.length * 0.5;
  if (!isSure && !(saysAsked(page) && weak.length >= MANY && weak.length >= entries.length * 0.6)) return;
  for (const place of open)
    if (place.role === undefined && !place.solved && asks(place, 0.4))
      give(place, asksForScope(place) ? 'clarifying-question' : 'question');
}

/** A page that says what was asked in an interview. */
const ASKED =
  /\b(?:questions? (?:(?:that )?(?:they|were|was|we|i) )?(?:got |was |were )?asked|asked (?:me|us)|(?:technical|interview) questions|questions (?:for|from|in) (?:the |an? |your )?interviews?)\b/i;

const saysAsked = ({ places }: Page): boolean =>
  places.some(
    ({ heading, section }) =>
      ASKED.test(heading) || section.blocks.some((block) => block.type === 'paragraph' && ASKED.test(block.text)),
  );

/** So many headings side by side that ask make a question of each. */
const SISTERS = 4;
/** What is shorter names a topic, in characters. */
const LONG = 30;

/** Headings of one depth most of which ask: the long ones among them ask, too ("Design a service for …"). */
function askLikeSisters(sisters: readonly Place[]): void {
  const asking = sisters.filter((place) => place.asks);
  if (asking.length < SISTERS || asking.length < sisters.length * 0.7) return;
  for (const place of sisters) {
    if (place.role || place.beat || place.heading.length < LONG) continue;
    place.asks = true;
    place.amongAsked = true;
  }
}

const entriesOf = ({ section }: Place): Line[] =>
  section.blocks.flatMap((block): Line[] =>
    block.type === 'list'
      ? block.entries
      : block.type === 'quote'
        ? block.blocks.filter((inner): inner is Paragraph => inner.type === 'paragraph' && endsAsking(inner.text))
        : [],
  );

/** Whether so great a share of a section's list asks in some way. */
function asks(place: Place, share: number): boolean {
  const entries = entriesOf(place);
  return entries.length > 0 && entries.filter(({ text }) => promptStrength(text) >= 1).length >= entries.length * share;
}

/** Questions that only somebody asks who is about to answer: "Are we optimising for growth?" */
function asksForScope(place: Place): boolean {
  const asking = entriesOf(place).filter(({ text }) => endsAsking(text));
  const ours = asking.filter(({ text }) => /\b(?:we|our|constraints?)\b/i.test(text));
  return (
    ours.length >= asking.length * 0.6 && asking.length >= 2 && !asking.some(({ text }) => /\byour?\b/i.test(text))
  );
}

function asksOfJob(page: Page, asking: readonly Line[]): boolean {
  const share = (test: (text: string) => boolean) => asking.filter(({ text }) => test(text)).length / asking.length;
  if (share(isCommand) > 0 || share((text) => OF_PAST.test(text)) >= 0.1) return false;
  const [title] = page.places.filter(({ heading }) => heading !== '');
  const isSaid = title !== undefined && (cuesIn(title.heading).get('question-to-ask') ?? 0) >= SURE;
  const { ofCompany } = shapeOf(asking);
  return ofCompany >= 0.5 || share((text) => OF_JOB.test(text) || OF_COMPANY.test(text)) >= (isSaid ? 0.2 : 0.45);
}
