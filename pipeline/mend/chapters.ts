import { isQuoted, promptStrength } from '../outline/prompt.ts';
import { fenced, isBlank, type Line } from './line.ts';
import type { Repair } from './repair.ts';

const MARK = /^\s*(?:[-*•]\s+)?[([]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[)\]]?\s*[-–—|:]?\s+(\S.*)$/;

/** A chapter's name is no longer than this; what is longer was said in a transcript. */
const LONGEST = 120;

/**
 * The chapters of a recording: three or more short lines, each with a later time than the one above. The times go, a chapter named by what is asked in it
 * stays as an entry, and the other names are a table of contents. One that comes again with its time heads what was said there.
 */
export const chapterMarks: Repair = {
  name: 'chapter-marks',
  mend(lines, notes) {
    const inside = fenced(lines);
    const chapters = new Map<number, string>();
    for (let i = 0; i < lines.length; i++) {
      const run = inside[i] ? [] : runFrom(lines, i);
      for (const { at, name } of run.length >= 3 ? run : []) chapters.set(at, name);
      i = run.at(-1)?.at ?? i;
    }
    const names = new Set(chapters.values());
    return lines.map((line, i) => {
      const name = chapters.get(i);
      const again = inside[i] ? undefined : MARK.exec(line.text)?.[4];
      if (name === undefined) return again && names.has(again) ? { ...line, text: `## ${again}` } : line;
      if (promptStrength(name) === 3 || (isQuoted(name) && promptStrength(name) >= 2))
        return { ...line, text: `- ${name}` };
      notes.setAside('boilerplate', line, 'chapter');
      return { ...line, text: '' };
    });
  },
};

function runFrom(lines: readonly Line[], start: number): { at: number; name: string }[] {
  const run: { at: number; name: string }[] = [];
  let last = -1;
  for (let i = start; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    if (isBlank(text) && run.length > 0) continue;
    const [, hours = '0', minutes = '', seconds = '', name = ''] = MARK.exec(text) ?? [];
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (minutes === '' || time <= last || name.length > LONGEST || /^[\p{L} ]{2,24}: /u.test(name)) break;
    run.push({ at: i, name });
    last = time;
  }
  return run;
}
