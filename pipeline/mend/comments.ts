import { fenced, isBlank } from './line.ts';
import type { Repair } from './repair.ts';

const COMMENT = /^\s*(?:#|\/\/)\s+(?=\S)/;
/** So great a share of a page's lines are comments where it was written in a file of code. */
const MOST = 0.8;
const FEWEST = 12;

/** Notes written as the comments of a file of code: each line opens with the same mark, which is no heading's. */
export const commentLines: Repair = {
  name: 'comment-lines',
  mend(lines) {
    const inside = fenced(lines);
    const written = lines.filter(({ text }, i) => !inside[i] && !isBlank(text));
    const commented = written.filter(({ text }) => COMMENT.test(text));
    if (commented.length < FEWEST || commented.length < written.length * MOST) return lines;
    return lines.map((line, i) => (inside[i] ? line : { ...line, text: line.text.replace(COMMENT, '') }));
  },
};
