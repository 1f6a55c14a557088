import { metadataOf } from '../vocabulary/vocabulary.ts';
import { fenced, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** So many labels, each with its value on the next line, make a header. */
const LEAST = 2;
/** What is longer is no value, in characters. */
const LONGEST = 60;

/** A header whose labels and values stand on a line each: "Company", "Amazon", "Role", "Engineer". */
export const stackedLabels: Repair = {
  name: 'stacked-labels',
  mend(lines) {
    const inside = fenced(lines);
    const isLabel = (i: number) => {
      const text = lines[i]?.text.trim() ?? '';
      return !inside[i] && isPlain(text) && /^\p{Lu}[\p{L} ]*$/u.test(text) && metadataOf(text) !== undefined;
    };
    const isValue = (i: number) => {
      const text = lines[i]?.text.trim() ?? '';
      return !inside[i] && isPlain(text) && text.length <= LONGEST && !/[.?!:]$/.test(text) && !isLabel(i);
    };
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      let end = i;
      while (isLabel(end) && isValue(end + 1)) end += 2;
      const isHeader = end - i >= LEAST * 2;
      for (; isHeader && i < end; i += 2) {
        const [label, value] = [lines[i] as Line, lines[i + 1] as Line];
        mended.push({ text: `${label.text.trim()}: ${value.text.trim()}`, from: label.from, to: value.to });
      }
      if (i < lines.length) mended.push(lines[i] as Line);
    }
    return mended;
  },
};
