import type { Repair } from './repair.ts';

/** Longest line in characters, deepest nesting of quotes and lists in a line, most marks of inline Markdown in a line. */
export const CAPS = { line: 64 * 1024, nesting: 24, marks: 1000 } as const;

const NESTING = /^(?:[ \t]{0,8}(?:[-*+>]|\d{1,9}[.)])(?=[ \t>]|$))+/;
const MARKS = /[*_~`[\]<>!&|\\]/g;

/** How many marks a text holds that a Markdown parser may have to pair. */
export const countMarks = (text: string): number => text.match(MARKS)?.length ?? 0;

/** Lines that could make a parser slow are never given to it: each is left out with an error that names its line. */
export const caps: Repair = {
  name: 'caps',
  mend: (lines, notes) =>
    lines.filter((line) => {
      const leave = (rule: 'line-too-long' | 'nesting-too-deep' | 'too-many-marks', found: string): false => {
        notes.note(rule, found, line.from);
        return false;
      };
      if (line.text.length > CAPS.line) return leave('line-too-long', `${line.text.length} characters`);
      const depth = NESTING.exec(line.text)?.[0].match(/[-*+>]|\d+[.)]/g)?.length ?? 0;
      if (depth > CAPS.nesting) return leave('nesting-too-deep', `${depth} marks`);
      const marks = countMarks(line.text);
      return marks > CAPS.marks ? leave('too-many-marks', `${marks} marks`) : true;
    }),
};
