import { fenced, isBlank, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/**
 * How deep a page's headings begin says nothing. The least deep become the second level, below a title without marks; or the first,
 * where the page opens with a heading or a deeper one came before them.
 */
export const headingLevels: Repair = {
  name: 'heading-levels',
  mend(lines) {
    const inside = fenced(lines);
    const levels = lines.map(({ text }, i) => (inside[i] ? undefined : MARKED.exec(text)?.[1]?.length));
    const used = [...new Set(levels)].filter((level) => level !== undefined);
    const least = Math.min(...used);
    const opens = levels[lines.findIndex(({ text }) => !isBlank(text))] !== undefined;
    const shift = (opens || used[0] !== least ? 1 : 2) - least;
    return shift >= 0 || used.length === 0
      ? lines
      : lines.map((line, i) => ({ ...line, text: shifted(line.text, levels[i], shift) }));
  },
};

const shifted = (text: string, level: number | undefined, shift: number): string =>
  level === undefined ? text : text.replace(/#+/, '#'.repeat(level + shift));

const MARKED = /^\s{0,3}(#{1,6})(?=\s|$)/;

/** Underlined headings become marked ones: a short line over `===` or `-----`. */
export const underlinedHeadings: Repair = {
  name: 'underlined-headings',
  mend(lines, notes) {
    const mended: Line[] = [];
    const inside = fenced(lines);
    for (const [i, line] of lines.entries()) {
      const under = /^\s{0,3}(={3,}|-{4,})\s*$/.exec(line.text);
      const above = mended.at(-1);
      const isTitle =
        above &&
        isPlain(above.text) &&
        above.text.length <= 90 &&
        !/[.;,]$/.test(above.text) &&
        (mended.length < 2 || !isPlain(mended.at(-2)?.text ?? ''));
      if (!inside[i] && under && above && isTitle) {
        mended[mended.length - 1] = {
          ...above,
          text: `${under[1]?.startsWith('=') ? '#' : '##'} ${above.text.trim()}`,
        };
        notes.setAside('markup', line, 'underline');
      } else mended.push(line);
    }
    return mended;
  },
};

const LISTED = /^(\s*(?:\d{1,3}[.)]|[-*+])\s+)(#{1,6})\s+(\S.*)$/;

/** "1. ### How do you prioritise?": a heading that stands behind the mark of a list is one of the page, and what stands below it at the margin. */
export const listedHeadings: Repair = {
  name: 'listed-headings',
  mend(lines) {
    const inside = fenced(lines);
    if (!lines.some(({ text }, i) => !inside[i] && LISTED.test(text))) return lines;
    let margin = 0;
    return lines.map((line, i) => {
      const [, mark, marks, title] = (!inside[i] && LISTED.exec(line.text)) || [];
      if (mark !== undefined) {
        margin = mark.length;
        return { ...line, text: `${marks} ${title}` };
      }
      if (!isBlank(line.text) && /^\s*/.exec(line.text)?.[0].length === 0) margin = 0;
      return margin === 0 ? line : { ...line, text: line.text.replace(new RegExp(`^\\s{1,${margin}}`), '') };
    });
  },
};
