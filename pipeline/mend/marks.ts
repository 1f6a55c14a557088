import { fenced, isBlank, type Line } from './line.ts';
import type { Repair } from './repair.ts';

const DOT = /^(\s*)[•●▪■◦○]\s+\S/;
const DASH = /^(\s*)[-–]\s+\S/;
/** So many entries have another mark below them where two marks stand for two levels. */
const MANY = 2;

/** A page with two marks, each `•` over some `-` that stand no further in: the dashes stand below the dots. */
export const twoMarks: Repair = {
  name: 'two-marks',
  mend(lines) {
    const inside = fenced(lines);
    const nested = new Map<number, number>();
    const heads = new Set<number>();
    let dot: { at: number; width: number } | undefined;
    for (const [i, { text }] of lines.entries()) {
      if (inside[i] || isBlank(text)) continue;
      const [, dotted] = DOT.exec(text) ?? [];
      const [, dashed] = DASH.exec(text) ?? [];
      if (dotted !== undefined) dot = { at: i, width: dotted.length };
      else if (dashed === undefined || !dot) dot = undefined;
      else if (dashed.length <= dot.width) {
        nested.set(i, dot.width);
        heads.add(dot.at);
      }
    }
    if (heads.size < MANY) return lines;
    return lines.map((line: Line, i) => {
      const width = nested.get(i);
      return width === undefined ? line : { ...line, text: `${' '.repeat(width + 4)}${line.text.trimStart()}` };
    });
  },
};
