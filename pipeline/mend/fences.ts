import { fenced, isFence, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A fence that nothing closes: Markdown would make code of all that follows. The mark goes, the text below it is read. */
export const openFences: Repair = {
  name: 'open-fences',
  mend(lines, notes) {
    const inside = fenced(lines);
    return lines.map((line: Line, i) => {
      if (inside[i] || !isFence(line.text) || !/^\s*(?:`{3,}[^`]*|~{3,}.*)$/.test(line.text)) return line;
      notes.setAside('markup', line, 'open-fence');
      return { ...line, text: '' };
    });
  },
};
