import type { Line } from './line.ts';
import type { Repair } from './repair.ts';

/** Settings that say for whom a page is; its `title` is no job's. */
const SCOPE = /^(?:company|employer|role|position|level|seniority|round|stage|difficulty):\s*[^\s[{|>]/i;

/** What a line of settings looks like, by the mark above and below them. */
const SETTINGS: Record<string, RegExp> = {
  '---': /^[\w-]+:(?:\s|$)|^\s+\S|^\s*-\s|^\s*$/,
  '+++': /^[\w.-]+\s*=|^\[|^\s+\S|^\s*[\]}]?,?$/,
};

/** The settings of a page above its text: `---`, `key: value` lines, `---`, or `+++` and `key = value` lines. */
export const frontMatter: Repair = {
  name: 'front-matter',
  mend(lines, notes) {
    const mark = lines[0]?.text.trim() ?? '';
    const setting = SETTINGS[mark];
    if (!setting) return lines;
    const end = lines.findIndex((line, i) => i > 0 && line.text.trim() === mark);
    const body = lines.slice(1, end);
    if (end < 2 || end > 60 || !body.every(({ text }) => setting.test(text))) return lines;
    const isScope = ({ text }: Line) => SCOPE.test(text);
    const [kept, rest] = [
      body.filter(isScope),
      lines.slice(0, end + 1).filter((line) => !body.includes(line) || !isScope(line)),
    ];
    for (const line of rest) notes.setAside('boilerplate', line, 'front-matter');
    return [...kept, ...lines.slice(end + 1)];
  },
};

/** Marks that a wiki puts into its text: `== Heading ==` (a newsletter's `*** HEADING ***`), `[edit]`, `[hide]`, the number of a footnote. */
export const wikiMarks: Repair = {
  name: 'wiki-marks',
  mend: (lines) =>
    lines.map((line) => ({
      ...line,
      text: line.text
        .replace(
          /^\s*(={2,5})\s*([^=\s](?:[^=]*[^=\s])?)\s*\1\s*$/,
          (_, marks, title) => `${'#'.repeat(marks.length)} ${title}`,
        )
        .replace(/^\s*\*{2,5}\s+(\p{Lu}[^*\p{Ll}]{2,70})\s+\*{2,5}\s*$/u, '## $1')
        .replace(/\s*\[(?:edit|hide|show|citation needed|edit source)\]/gi, '')
        .replace(/(?<=[\p{L}\p{P}])\[\d{1,3}\](?!\()/gu, '')
        .trimEnd(),
    })),
};
