import { holdsPlaceholder } from '../vocabulary/vocabulary.ts';
import { isBlank } from './line.ts';
import type { Repair } from './repair.ts';

const LOST = /\b(?:as|is|by|with|of|via|to|equals|compute|computes|formula|like|simply)\s+[.,;](?=\s|$)/i;

/** Says where a formula was lost ("communicated simply as . For"); nothing is changed or filled in. */
export const lostFormulas: Repair = {
  name: 'lost-formulas',
  mend(lines, notes) {
    for (const [i, line] of lines.entries()) {
      const gap = LOST.exec(line.text);
      const next = lines.slice(i + 1, i + 8).find(({ text }) => !isBlank(text));
      const dangling =
        /^\s*[-*+]\s.{60,}\b(?:means|formula|follows|given by|computed as|defined as|is):$/.test(line.text) &&
        /^\s*[-*+]\s/.test(next?.text ?? '');
      if (gap) notes.note('lost-formula', `"${gap[0].trim()}"`, line.from);
      else if (dangling)
        notes.note('lost-formula', `"${line.text.slice(-30).trim()}" with nothing behind it`, line.from);
    }
    return lines;
  },
};

export const placeholders: Repair = {
  name: 'placeholders',
  mend(lines, notes) {
    for (const line of lines)
      if (isPlaceholder(line.text)) notes.note('placeholder', `"${line.text.trim().slice(0, 60)}"`, line.from);
    return lines;
  },
};

/** Text that waits to be written: "[your situation here]", lorem ipsum, "TBD", a row of underscores. */
export const isPlaceholder = (text: string): boolean => {
  const bare = text.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim();
  if (/^\W*(?:[\p{L} ]{1,20}[:.)]\s*)?(?:tbd|todo|tba)\b\s*(?:$|[–—:-])/iu.test(bare)) return true;
  if (
    /^[\s_.…]*_{3,}[\s_.…]*$/.test(bare) ||
    /^\W*(?:[\p{L} ]{1,20}[:.)]\s*)?(?:tbd|todo|tba|xxx+|n\/a|\.{3,}|…)\W*$/iu.test(bare)
  )
    return true;
  if (/^\W*(?:[\p{L} ]{1,20}[:.)]\s*)?[[<{][^\]>}]{2,60}[\]>}]\W*$/u.test(bare) && !/\]\(|https?:|@/.test(bare))
    return true;
  return /[[<{(](?:your|insert|describe|add|fill|write|enter|name of|what|how|company|project)\b[^\])}>]*[\])}>]/i.test(
    bare,
  )
    ? holdsPlaceholder(bare) || /^\W*(?:[\p{L} ]{2,20}:)?\W*[[<{(][^\])}>]*[\])}>]\W*$/iu.test(bare)
    : holdsPlaceholder(bare) && (bare.split(' ').length <= 6 || /lorem ipsum/i.test(bare));
};
