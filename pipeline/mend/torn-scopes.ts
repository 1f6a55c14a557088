import { companyOf } from '../vocabulary/companies.ts';
import { difficultyOf, isRoleName, roundOf } from '../vocabulary/vocabulary.ts';
import { isListItem, type Line } from './line.ts';
import type { Repair } from './repair.ts';

const DIVIDER = ' · ';

/** So many lines of a page, each right below an entry, prove that they belong to it. */
const LEAST = 2;

/** "Amazon · Software Engineer · Onsite · hard" on a line of its own, right below the entry for which it holds. */
export const tornScopes: Repair = {
  name: 'torn-scopes',
  mend(lines) {
    const torn = lines.map((line, i) => namesScope(line.text) && isBare(lines[i - 1]));
    if (torn.filter(Boolean).length < LEAST) return lines;
    const mended: Line[] = [];
    for (const [i, line] of lines.entries()) {
      const above = mended.at(-1);
      if (torn[i] && above)
        mended[mended.length - 1] = { ...above, text: `${above.text}${DIVIDER}${line.text.trim()}`, to: line.to };
      else mended.push(line);
    }
    return mended;
  },
};

/** An entry of a list without a scope of its own. */
const isBare = (line: Line | undefined): boolean =>
  line !== undefined && isListItem(line.text) && !line.text.includes(DIVIDER);

/** Two or more parts say for whom something is, and not more than one part says anything else. */
function namesScope(text: string): boolean {
  if (!text.includes(DIVIDER) || isListItem(text)) return false;
  const parts = text.trim().split(DIVIDER);
  const known = parts.filter(
    (part) => companyOf(part) || roundOf(part) || difficultyOf(part) || isRoleName(part),
  ).length;
  return known >= 2 && known >= parts.length - 1;
}
