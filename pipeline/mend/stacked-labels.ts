import { promptStrength } from '../outline/prompt.ts';
import { metadataOf } from '../vocabulary/vocabulary.ts';
import { fenced, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A length of time and nothing else. */
const TIME =
  /^(?:about |around |roughly |~)?\d+(?:\s*(?:[-–]|to)\s*\d+)?\s*(?:s|secs?|seconds?|mins?|minutes?)(?:\s+(?:and\s+)?\d+\s*(?:s|secs?|seconds?))?\.?$/i;
/** So many names, each with its time on the next line, are a list of them. */
const TIMES = 3;

/** So many labels, each with its value on the next line, make a header. */
const LEAST = 2;
/** What is longer is no value, in characters. */
const LONGEST = 60;

/** A header whose labels and values stand on a line each: "Company", "Amazon", "Role", "Engineer"; and times below what they are for. */
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
    const asks = (i: number) => promptStrength(lines[i]?.text ?? '') >= 2;
    const isTime = (i: number) => !inside[i] && TIME.test(lines[i]?.text.trim() ?? '');
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      let end = i;
      while (isLabel(end) && isValue(end + 1)) end += 2;
      let timed = i;
      while (isValue(timed) && !isTime(timed) && !asks(timed) && isTime(timed + 1)) timed += 2;
      const isHeader = end - i >= LEAST * 2;
      if (timed - i >= TIMES * 2) end = timed;
      for (; (isHeader || end === timed) && i < end; i += 2) {
        const [label, value] = [lines[i] as Line, lines[i + 1] as Line];
        mended.push({ text: `${label.text.trim()}: ${value.text.trim()}`, from: label.from, to: value.to });
      }
      if (i < lines.length) mended.push(lines[i] as Line);
    }
    return mended;
  },
};
