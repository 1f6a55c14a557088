import { normalise } from '../vocabulary/normalise.ts';
import { headsContents } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isHeading, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** The longest entry, in characters. */
const LONGEST = 90;

/**
 * A table of contents: its heading and the short lines below it, as far as the first of them comes again as a heading, the count begins anew, or
 * something longer is said.
 */
export const tableOfContents: Repair = {
  name: 'table-of-contents',
  mend(lines, notes) {
    const inside = fenced(lines);
    const mended = [...lines];
    for (const [i, line] of lines.entries()) {
      if (inside[i] || !headsContents(line.text.replace(/^\s*#+\s*/, '').replace(/:\s*$/, ''))) continue;
      const end = endOf(lines, i + 1);
      const entries = lines.slice(i + 1, end).filter(({ text }) => !isBlank(text));
      if (entries.length < 2) continue;
      for (let at = i; at < end; at++) {
        const one = lines[at] as Line;
        if (isBlank(one.text)) continue;
        notes.setAside('boilerplate', one, 'table-of-contents');
        mended[at] = { ...one, text: '' };
      }
    }
    return mended;
  },
};

function endOf(lines: readonly Line[], start: number): number {
  let first: string | undefined;
  let last = 0;
  let end = start;
  for (let i = start; i < lines.length && i < start + 80; i++) {
    const { text, box } = lines[i] as Line;
    if (isBlank(text)) continue;
    const bare = normalise(named(text));
    const number = Number(/^\s*(\d{1,2})/.exec(text)?.[1] ?? 0);
    const isAgain = first !== undefined && bare !== '' && (bare === first || bare.startsWith(`${first} `));
    if (box || isHeading(text) || text.length > LONGEST || isAgain || (number > 0 && number <= last)) break;
    // A count that has begun goes on, but for the dots that stand for more.
    if (last > 0 && number === 0 && !/^\W+$/.test(text)) break;
    first ??= bare;
    last = number || last;
    end = i + 1;
  }
  return end;
}

/** An entry without its mark, its number and its address. */
const named = (text: string): string =>
  text
    .replace(/^\s*(?:[-*+•]\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[.\s]*\d*\s*$/, '');
