import type { Repair } from './repair.ts';

/** Longest line in characters, most lines, deepest nesting of quotes and lists in a line, most marks of inline Markdown in a line. */
export const CAPS = { line: 64 * 1024, lines: 20_000, nesting: 24, marks: 1000 } as const;

const NESTING = /^(?:[ \t]{0,8}(?:[-*+>]|\d{1,9}[.)])(?=[ \t>]|$))+/;
const MARKS = /[*_~`[\]<>!&|\\]/g;

/** A gap or an indent that is wider says no more than this one. */
const WIDE = ' '.repeat(100);

/** How many marks a text holds that a Markdown parser may have to pair. */
export const countMarks = (text: string): number => text.match(MARKS)?.length ?? 0;

/** Lines that could make a parser slow are never given to it: each is left out with an error that names its line. */
export const caps: Repair = {
  name: 'caps',
  mend(lines, notes) {
    const [over] = lines.slice(CAPS.lines);
    if (over) notes.note('too-many-lines', `${lines.length} lines`, over.from);
    return lines.slice(0, CAPS.lines).flatMap((line) => {
      const leave = (rule: 'line-too-long' | 'nesting-too-deep' | 'too-many-marks', found: string) => {
        notes.note(rule, found, line.from);
        return [];
      };
      if (line.text.length > CAPS.line) return leave('line-too-long', `${line.text.length} characters`);
      const depth = NESTING.exec(line.text)?.[0].match(/[-*+>]|\d+[.)]/g)?.length ?? 0;
      if (depth > CAPS.nesting) return leave('nesting-too-deep', `${depth} marks`);
      const marks = countMarks(line.text);
      if (marks > CAPS.marks) return leave('too-many-marks', `${marks} marks`);
      return line.text.includes(WIDE) ? [{ ...line, text: line.text.replace(/ {101,}/g, WIDE) }] : [line];
    });
  },
};
