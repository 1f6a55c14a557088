import { rememberedInPage } from '../page-memory.ts';
import { asksReader, opensPrompt, opensStrongPrompt } from '../vocabulary/vocabulary.ts';

const QUOTES = /^["“”'‘«„]+|["“”'’»“]+$/g;

/** A text without the number, the quotes and the mark of a question around it. */
export const bareQuestion = (text: string): string =>
  text
    .trim()
    .replace(/^(?:[\p{So}▶▸►▾▼⏵‣]|\d\uFE0F?\u20E3)\uFE0F?\s*/u, '')
    .replace(/(["”])\s*\([^()]{1,60}\)$/, '$1')
    .replace(/^(?:(?:question|q|frage|pregunta|prompt)\s*#?\d*\s*[:.)–—-]\s*|#?\d{1,3}\s*[.):–—]\s*)/i, '')
    .trim()
    .replace(/^\[[A-Z]\]\s+/, '')
    .replace(QUOTES, '')
    .trim();

/** What only joins a prompt to the one before it. */
const CONNECTOR = /^(?:then|next|finally|now|also|and),?\s+(?=\p{L})/iu;
/** "Your best person resigns. Walk me through your week.": what is asked stands at the end. */
const ORDERS = /^(?:tell (?:me|us)|walk (?:me|us) through|talk (?:me|us) through|describe|explain)\b/i;

/** "A time where you had to balance two needs", "The most innovative thing you've done": what a list of topics asks for. */
const TOPIC =
  /^(?:(?:an?|one) (?:time|situation|example|instance|occasion)|the (?:most|biggest|hardest|toughest|best|worst) \S+(?: \S+)?) (?:(?:when|where|that|of a time|in which) )?you(?:['’]ve|['’]d)?\b/i;

/** Whether a text names what a story is to be about, and orders nothing. */
export const namesTopic = (text: string): boolean => TOPIC.test(bareQuestion(text));

/** "As a PM of an airline, what would you build …": what is asked stands behind a clause. */
const BEHIND_CLAUSE =
  /^(?:as an?|assuming|if|suppose|given|imagine|for|with|after)\b[^.?!]{3,140}?(?:,|\s[—–-])\s(?:what|how|why|which|where|when|who)(?:\s\w+){0,2}?\s(?:would|will|do|did|are|can|could|should)\s(?:you|be your)\b/i;

/** Ends with a question mark, whatever closes behind it. */
export const endsAsking = (text: string): boolean => /\?["”’)]*$/.test(text);

/** The text is wholly in quotes. */
export const isQuoted = (text: string): boolean => /^(?:\d{1,3}[.)]\s*)?["“«„][^"”»“]+["”»“][.?!]?$/.test(text.trim());

/**
 * How surely a text asks a candidate something: 3 an opener of an interview question that speaks to "you" or asks for a time; 2 a
 * question to "you", or an opener with a question mark; 1 an opener, or a question mark alone; 0 neither, or a question that a page
 * asks or answers for its reader.
 */
export const promptStrength = rememberedInPage((text: string): 0 | 1 | 2 | 3 => {
  const bare = bareQuestion(text).replace(CONNECTOR, '');
  if (bare.length < 8 || bare.length > 700) return 0;
  const asks = /\?["”'’)]*$/.test(bare) || /^¿/.test(bare) || /\?\s/.test(bare);
  const you =
    /\b(?:you|yours?|yourself|youve|you've|sie|ihre?[nmrs]?|du|dein\w*|vous|votre|vos|usted|su|tu|te)\b/iu.test(bare);
  const time =
    /\b(?:a time|an? (?:example|situation|occasion|instance|project|decision|moment|case|conflict|failure|mistake))\b/i.test(
      bare,
    );
  const strong = opensStrongPrompt(bare);
  if (strong && (you || time || asks)) return 3;
  const behind = /^(?:[^.!?]{8,160}[.!?]\s+){1,3}(\p{Lu}[^.!?]{8,120}[.?])$/u.exec(bare)?.[1];
  if (behind && ORDERS.test(behind)) return 2;
  if (asksReader(bare)) return asks && you && strong ? 2 : 0;
  if (strong) return 2;
  if (opensPrompt(bare) && (asks || time)) return 2;
  if (
    /^(?:describe|explain|discuss|name|pick|choose|outline|defend|justify|present|sketch|reflect on|lay out|set out|make the case)\b/i.test(
      bare,
    ) &&
    you &&
    bare.length < 200
  )
    return 2;
  if (TOPIC.test(bare)) return 2;
  const ofCandidate = bare.length < 240 && endsAsking(bare) && /\bcandidates?\b/i.test(bare);
  if ((asks && you) || ofCandidate || BEHIND_CLAUSE.test(bare)) return 2;
  return asks || opensPrompt(bare) ? 1 : 0;
});

/** "“Tell me about …” We released on a Friday …": the question that a told answer quotes before it begins. */
export function quotedBefore(answer: string): string | undefined {
  const [, question = '', told = ''] = /^["“]([^"“”]{8,200})["”][.:]?\s+(.{20,})$/s.exec(answer.trim()) ?? [];
  return promptStrength(question) >= 2 && /\b(?:I|we|my|our)\b/i.test(told.slice(0, 160)) ? question : undefined;
}

export const isPrompt = (text: string, least: 1 | 2 | 3): boolean => promptStrength(text) >= least;
