import type { Item, ItemOf } from '../model/item.ts';
import type { Words } from './templates.ts';

/** The words that name an item, and the rest of its text; `lead` is empty where nothing names it. */
export type Led = { lead: string; rest: string };

/** `machine-learning-engineer` as people write it: "Machine Learning Engineer". */
export function titled(slug: string): string {
  return slug.replace(/(^|-)(\p{L})/gu, (_, dash: string, first: string) => (dash ? ' ' : '') + first.toUpperCase());
}

/** `technical-screen` within a sentence: "technical screen". */
export const spaced = (slug: string): string => slug.replaceAll('-', ' ');

/** A level as a heading says it: one that is a number by itself needs the word. */
export const levelName = (level: string, words: Words): string =>
  /^\d/.test(level) ? `${words.level} ${level}` : level;

/** Splits an item's text after the words that name it. */
export function ledBy(item: Item): Led {
  if (item.kind === 'pitfall') return trapOf(item);
  const text = plain(item.text);
  const label = 'label' in item ? item.label : 'title' in item ? item.title : undefined;
  const led = label !== undefined && text.startsWith(label) && text.length > label.length;
  if (!led) return { lead: '', rest: text };
  const end = label.length + (/^[.:]/.exec(text.slice(label.length))?.[0].length ?? 0);
  return { lead: text.slice(0, end), rest: text.slice(end) };
}

/** A text without the picture that served its source for a bullet: the page has bullets of its own. */
export const plain = (text: string): string => text.replace(/^(?:\p{Extended_Pictographic}\uFE0F?|[✓✔✗✘])\s+/u, '');

/** A text that begins a line, with a capital letter. */
export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

const PLACE = /^(?:(?:in|on|for)\s+)?(?:part|question|in)\s*#?\d{1,2}\s*[,:—–-]+\s*/i;
const STORY = /^(?:worked example|worked story|sample story|example)\b(?: for question \d+)?\s*[:—–-]?\s*/i;
const STORY_AFTER = /\s*[:—–-]\s*(?:worked|sample) (?:example|story)$/i;

/** A text without the number that its question had in the source: on the sheet questions have others. */
export function unnumbered(text: string): string {
  const bare = text.replace(PLACE, '').replace(STORY, '').replace(STORY_AFTER, '').replace(/:$/, '');
  const whole = /^\((.*)\)$/.exec(bare)?.[1] ?? bare;
  return whole === '' ? text : capital(whole);
}

/** `Pitfall: ` and the like: what every line of such a list begins with says nothing on a page that has a heading. */
const LIST_LABEL = /^(?:\p{L}+|red flag|common mistake):\s+(?=\S)/iu;

const SIDE = /^(?:don[’']?t (?:say|do)|do not (?:say|do)|weak(?:er)?(?: answer)?|poor|bad|avoid|instead of|not)\s*:$/iu;

/** A pitfall's name is what its text says before its two sides, without a sentence that only begins there. */
function trapOf({ text, weak, strong }: ItemOf<'pitfall'>): Led {
  const bare = plain(text).replace(LIST_LABEL, '');
  const ends = [weak, strong].map((side) => (side === undefined ? -1 : bare.indexOf(side)));
  const end = Math.min(...ends);
  const before = end > 0 ? bare.slice(0, end).trim() : '';
  const lead = /^.*[.!?:]/su.exec(before)?.[0] ?? before;
  // A label that names only the side says nothing in a column that is headed by it.
  if (SIDE.test(lead)) return { lead: '', rest: bare };
  if (lead === '') return { lead: headed(weak ?? '').lead, rest: bare };
  return { lead, rest: bare.slice(lead.length) };
}

const HEADED = /^(?<lead>[^“”"]{3,60}[.!?])\s+(?<rest>[“"][^“”"]*[”"])$/u;

/** A side of a pitfall that begins with the pitfall's name: `Borrowed authority. “He backed me.”` */
export function headed(side: string): Led {
  const { lead = '', rest = side } = HEADED.exec(spoken(side))?.groups ?? {};
  return SIDE.test(lead) || lead === '' ? { lead: '', rest: spoken(side) } : { lead, rest };
}

/** Whether a text is words to be said, in quotation marks from end to end. */
export const isQuoted = (text: string): boolean => /^[“"][^“”"]*[”"]$/u.test(text);

/** `A weak answer says, `, `Say: `, `It sounds like `: words of saying, right before what is said. */
const ANNOUNCED =
  /^(?<before>(?:[^“”"]*[.!?]\s+)?)[^“”"]{0,30}\b(?:say|says|said|saying|answers?|replies|claims|goes|reads?|sounds?|like|try|is|be)\b[^“”"\p{L}]{0,4}(?<quote>[“"][^“”"]*[”"])$/iu;

/** A text without the words that only announce what is said: “…” of `A weak answer says, “…”`. */
export function spoken(text: string): string {
  const { before = '', quote } = ANNOUNCED.exec(text)?.groups ?? {};
  return quote === undefined ? text : before + quote;
}
