import type { Span } from '../../model/item.ts';
import { isQuoted } from '../../outline/prompt.ts';
import { hasLabel } from '../../vocabulary/vocabulary.ts';
import { type Draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { take } from '../take.ts';
import type { Text } from './listed.ts';

type FollowUp = Draft<'follow-up'>;

const ANSWER = /^(?:A\s?\d*[.:)]|answer:|reply:|→|=>|->)\s*(.+)$/is;

/** What a line replies, where a mark or a label says that it is a reply. */
export function answerIn(block: Text): string | undefined {
  if (
    block.lead &&
    block.lead.rest !== '' &&
    (hasLabel('follow-up-answer', block.lead.text) || hasLabel('answer', block.lead.text))
  )
    return block.lead.rest;
  return ANSWER.exec(block.text)?.[1];
}

/** Gives a probe its reply, and says where it stands. */
export function reply(to: FollowUp, answer: string, span: Span): void {
  to.fields.answer = answer;
  if (span.startLine > to.span.endLine) to.fieldLines.answer = { startLine: span.startLine, endLine: span.endLine };
}

/** "“Why that one?” Say what you weighed.": the question ends with its quotes, or with the only question mark before a dash. */
export function splitReply(text: string): { question: string; answer?: string } {
  const quoted =
    /^["“]([^"”]+)["”]\s*[—–:-]?\s*(.{12,})$/s.exec(text) ??
    /^([^?]{8,}\?)["”]?\s*[—–:→-]+\s*(.{12,})$/s.exec(text) ??
    /^([^?]{8,}\?)["”]?\s+(?!.*\?$)(\p{Lu}.{12,})$/su.exec(text);
  return quoted?.[1] && quoted[2] && !/^\([^)]*\)\W*$/.test(quoted[2])
    ? { question: quoted[1], answer: quoted[2] }
    : { question: text };
}

/** A probe without a reply, and the stems of its words. */
interface Probe {
  one: FollowUp;
  there: Set<string>;
}

/** Replies that stand apart from their probes, in a section of their own: matched by the words of the question they quote. */
export function answers(page: Page): void {
  const open = page.drafts.flatMap((one): Probe[] =>
    one.kind === 'follow-up' && !one.fields.answer ? [{ one, there: stems(one.text) }] : [],
  );
  for (const place of page.places) {
    if (place.role !== 'follow-up-answer' && !quotesProbes(open, place)) continue;
    if (place.ownRole !== 'follow-up-answer' && place.section.heading) {
      const body = place.section.blocks.filter((block) => block.type !== 'divider' && !page.taken.has(block));
      const to = body.length > 0 ? closest(open, place.heading) : undefined;
      if (to) {
        reply(to, body.map(wordsOf).join(' '), spanning(body.map(wholeSpan)));
        take(page, ...body);
      }
    }
    let asked: FollowUp | undefined;
    let quoted: Span | undefined;
    for (const block of untaken(page, place)) {
      if (block.type !== 'entry' && block.type !== 'paragraph') continue;
      const split = splitReply(block.text.replace(/^(?:Q\d*[.:)]|\d+[.)])\s*/, ''));
      const lead =
        block.lead?.style === 'strong' && block.lead.rest !== ''
          ? { question: block.lead.text, answer: block.lead.rest }
          : split;
      const body =
        lead.answer ??
        (block.type === 'entry' && block.blocks.length > 0 ? block.blocks.map(wordsOf).join(' ') : undefined);
      const to = closest(open, lead.question);
      if (to && body && !to.fields.answer) {
        reply(to, body, wholeSpan(block));
        take(page, block);
        asked = undefined;
      } else if (to && !to.fields.answer) {
        [asked, quoted] = [to, block];
        take(page, block);
      } else if (asked) {
        reply(asked, answerIn(block) ?? block.text, quoted ? spanning([quoted, block]) : block);
        take(page, block);
        asked = undefined;
      }
    }
  }
}

/** Below a solution, a list most of whose entries quote a probe and say something behind it: its heading need not say so. */
function quotesProbes(open: Probe[], { solved, section }: Place): boolean {
  const entries = section.blocks.flatMap((block) => (block.type === 'list' ? block.entries : []));
  const quoting = entries.filter(
    ({ lead }) => lead && lead.rest !== '' && isQuoted(lead.text) && closest(open, lead.text) !== undefined,
  );
  return solved && quoting.length >= 2 && quoting.length >= entries.length * 0.6;
}

const stems = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => word.length > 2 || /\d/.test(word))
      .map((word) => word.slice(0, 6)),
  );

/** The probe that shares the most words with the quoted question, where they share at least two fifths of the shorter one's. */
function closest(probes: Probe[], quoted: string): FollowUp | undefined {
  const wanted = stems(quoted);
  let best: { one: FollowUp; score: number } | undefined;
  for (const { one, there } of probes) {
    const score = [...wanted].filter((word) => there.has(word)).length / Math.max(1, Math.min(wanted.size, there.size));
    if (score >= 0.4 && score > (best?.score ?? 0)) best = { one, score };
  }
  return best?.one;
}
