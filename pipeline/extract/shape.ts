import type { Entry, Paragraph } from '../outline/block.ts';
import { namesTopic, promptStrength } from '../outline/prompt.ts';

export type Line = Entry | Paragraph;

/** What the lines of a list have in common, each as the share of lines that have it. */
export interface Shape {
  /** Ends with a question mark, or is a prompt. */
  asks: number;
  /** A question that somebody puts to himself: "Did I name a date?" */
  asksOneself: number;
  /** Says what is wrong: "No number at all", "Talking for ten minutes". */
  blames: number;
  /** Says what somebody does well: "You name the cost", "Finds the loss unprompted". */
  credits: number;
  /** Tells the reader what to do. */
  urges: number;
  /** Carries a box to tick. */
  boxed: number;
  /** Opens with a label. */
  labelled: number;
  /** Names a work: a title with its author, its kind or a remark behind a dash. */
  cites: number;
  /** A short name without a sentence. */
  titled: number;
  /** An opener of a prompt, or a question. */
  prompts: number;
  /** A question about a candidate, which somebody who listens puts to himself: "Do they look for causes?" */
  ofThem: number;
  /** Names what a story is to be about: "A time you were wrong". */
  topics: number;
  /** A question about the company, not about who is asked. */
  ofCompany: number;
  /** Ends, or begins, with a length of time. */
  timed: number;
  /** Three or more steps with arrows between them. */
  chained: number;
}

const TESTS: Record<keyof Shape, (line: Line) => boolean> = {
  asks: ({ text }) => asks(text) || promptStrength(text) >= 2,
  asksOneself: ({ text }) => asks(text) && /\b(?:I|my|me)\b/.test(text) && !/\byou/i.test(text),
  blames: ({ text }) =>
    /^["“]?(?:no|not|never|nothing|nobody|too|only|just|without|silence|blaming|we\b|\p{L}{2,}ing\b)/iu.test(text) ||
    /\b(?:instead of|rather than|cannot|can[’']t|without)\b/i.test(text),
  credits: ({ text }) => /^(?:you(?:r|[’']ve|[’']re)?\b|\p{Lu}\p{Ll}+[^s\W]s\b)/u.test(text),
  urges: ({ text }) => URGES.test(text),
  boxed: (line) => line.type === 'entry' && line.checked !== undefined,
  labelled: ({ lead }) => lead !== undefined && lead.rest !== '',
  cites: ({ text }) =>
    /\s[—–-]\s|\bby \p{Lu}|\((?:paper|book|video|talk|blog|article|podcast|course|free|pdf|chapters?)|\b(?:et al|blog|chapters?|podcast|edition|handbook)\b/iu.test(
      text,
    ),
  prompts: ({ text }) => promptStrength(text) >= 1,
  ofThem: ({ text }) =>
    asks(text) &&
    /^(?:do|does|did|are|is|were|was|can|could|have|has|will|would) (?:they|he|she|their|(?:the |this )?(?:candidate|person|applicant))\b|^(?:how|what|why) .{0,24}\b(?:they|this person|the candidate)\b/i.test(
      text,
    ),
  topics: ({ text }) => namesTopic(text),
  ofCompany: ({ text }) =>
    asks(text) && OF_COMPANY.test(text) && !/\b(?:you|your)\b(?! (?:team|group|org|company|office|say)\b)/i.test(text),
  timed: ({ text }) =>
    /\b\d+(?:\s*[-–]\s*\d+)?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|%)\)?\.?$/i.test(text) ||
    /^\d+(?:\s*[-–]\s*\d+)?\s*(?:s|secs?|seconds?|mins?|minutes?|%)\b/i.test(text),
  chained: (line) => isChain(line),
  titled: ({ text }) => text.split(' ').length <= 9 && !/[.?!:;]$/.test(text),
};

/** Words that open an order to the reader. */
export const URGES =
  /^(?:(?:just|always|please|definitely|honestly,?|also,?|first,?|seriously,?)\s)?(?:record|practi[cs]e|write|prepare|keep|use|tell|say|ask(?! (?:hn|reddit)\b)|pick|choose|start|stop|focus|lead|make|give|try|read|treat|remember|have|know|name|bring|show|think|learn|rehearse|answer|let|expect|spend|build|find|go|take|put|talk|explain|quantify|map|study|get|be)\s(?!you\b)/i;

/** What only somebody who joins asks about. */
export const OF_COMPANY =
  /\b(?:here|this (?:team|group|org|organi[sz]ation|company|office|role|hire|person|job|year)|the team|your (?:team|group|org|company)|on-call|success look|promot|onboard|roadmap|new (?:hire|person|joiner)|first (?:month|90|ninety|six|year))/i;

/** Three or more steps with arrows between them. */
export const isChain = ({ text }: Line): boolean => text.split(/→|⇒|->|=>|➜|➔/).length >= 3;

const asks = (text: string): boolean => /\?["”’)]*(?:\s\([^)]*\))?$/.test(text.trim());

/** The shape of some lines, at least one. */
export const shapeOf = (lines: readonly Line[]): Shape =>
  Object.fromEntries(
    Object.entries(TESTS).map(([name, test]) => [name, lines.filter(test).length / lines.length]),
  ) as unknown as Shape;
