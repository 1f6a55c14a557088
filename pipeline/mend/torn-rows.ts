import { fenced, isBlank, isTableRow, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { cellsOf } from './tables.ts';

/** A row goes on over so many lines, at most. */
const MOST = 4;

/**
 * A row that a line break has torn: "| Uber | Norms | going after" over "the hard fix |", or with tabs "Scope" and its cells over a line that opens with
 * a tab. Its lines are joined where together they hold as many cells as the row above.
 */
export const tornRows: Repair = {
  name: 'torn-rows',
  mend(lines) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      const end = inside[i] ? i + 1 : endOfRow(lines, i, mended.at(-1)?.text ?? '');
      const whole = lines.slice(i, end);
      mended.push(
        whole.length === 1
          ? line
          : {
              ...line,
              text: whole
                .map(({ text }, n) => (n === 0 || text.startsWith('\t') ? text.trimEnd() : ` ${text.trim()}`))
                .join(''),
              to: whole.at(-1)?.to ?? line.to,
            },
      );
      i = end - 1;
    }
    return mended;
  },
};

/** The index behind the last line of the row that begins at a line. */
function endOfRow(lines: readonly Line[], start: number, above: string): number {
  const { text } = lines[start] as Line;
  if (opensBarred(text) && isTableRow(above)) {
    let joined = text;
    for (let end = start + 1; end < Math.min(lines.length, start + MOST); end++) {
      const next = lines[end]?.text ?? '';
      if (isBlank(next) || next.trimStart().startsWith('|')) break;
      joined = `${joined} ${next}`;
      if (isTableRow(joined)) return cellsOf(joined).length === cellsOf(above).length ? end + 1 : start + 1;
    }
  }
  const next = lines[start + 1]?.text ?? '';
  const isTorn =
    /^\t\S/.test(next) && /\S\t\S/.test(text) && tabs(text) + tabs(next) === tabs(above) && tabs(above) > tabs(text);
  return isTorn ? start + 2 : start + 1;
}

const opensBarred = (text: string): boolean =>
  /^\s*\|.*\S/.test(text) && !isTableRow(text) && text.split('|').length > 2;

const tabs = (text: string): number => text.split('\t').length - 1;
