import { hasLabel } from '../../vocabulary/vocabulary.ts';
import type { Place } from '../page.ts';
import type { Text } from './listed.ts';

/** A label, or a mark, of a line to avoid, and of the one to say instead. */
export const isWeak = (name: string): boolean => hasLabel('weak', name);
export const isStrong = (name: string): boolean => hasLabel('strong', name);
export const CROSS = /^[❌✗✘✕✖🚫⛔👎🔴🚩]/u;
export const TICK = /^[✅✔✓👍🟢]/u;

/** One side of a mistake: what a line says behind its label, or behind its mark where the marks of a section take turns. */
interface Side {
  block: Text;
  is: 'weak' | 'strong';
  says: string;
}

/** The side that a line is, if any. */
export function sideOf(block: Text, byMark: boolean): Side | undefined {
  const { lead } = block;
  if (lead && lead.rest !== '') {
    if (isWeak(lead.text) && !/^(?:before|not|no)$/i.test(lead.text)) return { block, is: 'weak', says: lead.rest };
    if (isStrong(lead.text)) return { block, is: 'strong', says: lead.rest };
  }
  const says = block.text.replace(MARK, '');
  if (!byMark || says === block.text) return undefined;
  return { block, is: CROSS.test(block.text) ? 'weak' : 'strong', says };
}

/** A mark of blame or praise that opens a line. */
const MARK = /^[❌✗✘✕✖🚫⛔👎🔴🚩✅✔✓👍🟢]\uFE0F?\s*/u;

/** Whether what a section quotes behind marks takes turns: below every cross a tick, and above every tick a cross. */
export function takeTurns(texts: readonly Text[]): boolean {
  const marked = texts.filter(({ text }) => MARK.test(text));
  const isQuoting = marked.every(({ text }) => /^["“]/.test(text.replace(MARK, '')));
  return isQuoting && /^(?:xv)+$/.test(marked.map(({ text }) => (CROSS.test(text) ? 'x' : 'v')).join(''));
}

/** What is longer names no mistake, in characters. */
const LONGEST_NAME = 90;

/** The line right above a weak one that names the mistake: by its label, or by being short where marks tell the sides. */
export function nameAbove(above: Text | undefined, weak: Side, { role }: Place): Text | undefined {
  if (!above || above.endLine !== weak.block.startLine - 1 || sideOf(above, true)) return undefined;
  const isNamed =
    above.lead !== undefined &&
    above.lead.rest !== '' &&
    (hasLabel('pitfall', above.lead.text) || (role === 'pitfall' && above.text.length < LONGEST_NAME));
  const isShort =
    !weak.block.lead && above.type === 'paragraph' && above.text.length < LONGEST_NAME && !/[:?]$/.test(above.text);
  return isNamed || isShort ? above : undefined;
}
