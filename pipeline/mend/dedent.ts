import { fenced, isBlank, isListItem, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** As far as this Markdown takes an indented line for code, in columns. */
const CODE = 4;

const widthOf = (text: string): number => (/^\s*/.exec(text)?.[0] ?? '').replaceAll('\t', '    ').length;

/** Lists all of whose lines stand as far in as code, below a line that is no entry: they are lists, and stand at the margin. */
export const indentedLists: Repair = {
  name: 'indented-lists',
  mend(lines) {
    const inside = fenced(lines);
    const out = [...lines];
    for (let i = 0; i < lines.length; i++) {
      if (inside[i] || !isIndentedItem(lines[i]) || belongsAbove(lines, i)) continue;
      let end = i;
      while (end < lines.length && (isBlank(lines[end]?.text ?? '') || widthOf(lines[end]?.text ?? '') >= CODE)) end++;
      const run = lines.slice(i, end).filter(({ text }) => !isBlank(text));
      const least = Math.min(...run.map(({ text }) => widthOf(text)));
      if (run.filter(({ text }) => isListItem(text)).length >= run.length * 0.6)
        for (let at = i; at < end; at++) out[at] = dedented(lines[at] as Line, least);
      i = end - 1;
    }
    return out;
  },
};

const isIndentedItem = (line: Line | undefined): boolean =>
  line !== undefined && isListItem(line.text) && widthOf(line.text) >= CODE;

/** Whether the next line above with text is an entry, or stands in an entry. */
function belongsAbove(lines: readonly Line[], i: number): boolean {
  let at = i - 1;
  while (at >= 0 && isBlank(lines[at]?.text ?? '')) at--;
  const above = lines[at]?.text ?? '';
  return isListItem(above) || /^\s/.test(above);
}

const dedented = (line: Line, columns: number): Line => {
  if (isBlank(line.text)) return line;
  const width = widthOf(line.text);
  return { ...line, text: `${' '.repeat(Math.max(0, width - columns))}${line.text.trimStart()}` };
};
