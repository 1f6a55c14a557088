import { isBlank } from './line.ts';
import type { Repair } from './repair.ts';

const STAMP =
  /^\s*\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?\]?\s*(?:[-–]\s*)?(?:([\p{L}][^:]{0,30}): )?/u;

/** A saved chat opens every line with a time and a name: they are no part of what was said. */
export const chatStamps: Repair = {
  name: 'chat-stamps',
  mend(lines, notes) {
    const written = lines.filter(({ text }) => !isBlank(text));
    const stamped = written.filter(({ text }) => STAMP.test(text));
    if (stamped.length < 4 || stamped.length < written.length * 0.6) return lines;
    return lines.map((line) => {
      const stamp = STAMP.exec(line.text);
      if (!stamp) return line;
      const text = line.text.slice(stamp[0].length);
      if (stamp[1] === undefined) notes.setAside('boilerplate', line, 'chat-notice');
      return { ...line, text: stamp[1] === undefined ? '' : text };
    });
  },
};
