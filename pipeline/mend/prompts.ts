import { isCommand } from '../extract/kinds/prompt-list.ts';
import { endsAsking, promptStrength } from '../outline/prompt.ts';
import { fenced, isBlank, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';
import { nextWritten } from './surroundings.ts';

/** So many lines that ask, with questions below each, head what stands below them. */
const MANY = 3;
const LONGEST = 200;

/** A page of plain lines that asks "Tell me about …" again and again, each time with its probes below: these lines head their parts. */
export const promptHeadings: Repair = {
  name: 'prompt-headings',
  mend(lines) {
    const inside = fenced(lines);
    const below = nextWritten(lines);
    const isPlainLine = (at: number): boolean => at >= 0 && !inside[at] && isPlain(lines[at]?.text ?? '');
    const asks = (at: number): boolean => isPlainLine(at) && endsAsking((lines[at] as Line).text.trim());
    const heads = lines.map(
      ({ text, box }, i) =>
        !box &&
        !isBlank(text) &&
        isPlainLine(i) &&
        text.length < LONGEST &&
        isCommand(text) &&
        promptStrength(text) === 3 &&
        asks(below[i] ?? -1) &&
        asks(below[below[i] ?? -1] ?? -1),
    );
    if (heads.filter(Boolean).length < MANY) return lines;
    return lines.map((line, i) => (heads[i] ? { ...line, text: `## ${line.text.trim()}` } : line));
  },
};
