import { beatOf } from '../vocabulary/vocabulary.ts';
import { fenced, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A beat's name, a mark that is no colon, and what is told. */
const MARKED = /^(\s*)(\p{L}[\p{L} ]{2,20}?)\s+([▸►▶»➤→>|–—-])\s+(\S.*)$/u;

/** So many beats in a row with the same mark behind their names are told one by one. */
const LEAST = 3;

/** "Situation ▸ …", "situation - …": from here on a colon stands behind the name. */
export const beatMarks: Repair = {
  name: 'beat-marks',
  mend(lines) {
    const inside = fenced(lines);
    const found = lines.map(({ text }, i) => {
      const [, indent = '', name = '', mark = '', rest = ''] = (inside[i] ? null : MARKED.exec(text)) ?? [];
      const isLegend = rest.split(` ${mark} `).length > 1 && beatOf(rest.split(` ${mark} `)[0] ?? '') !== undefined;
      return beatOf(name) && !isLegend ? { mark, text: `${indent}${name}: ${rest}` } : undefined;
    });
    const mended: Line[] = [...lines];
    for (let i = 0; i < lines.length; i++) {
      let end = i;
      while (found[end] && found[end]?.mark === found[i]?.mark) end++;
      for (let at = i; at < end && end - i >= LEAST; at++)
        mended[at] = { ...(lines[at] as Line), text: found[at]?.text ?? '' };
      i = Math.max(i, end - 1);
    }
    return mended;
  },
};
