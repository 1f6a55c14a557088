import { fenced, isBlank, isFence, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A fence that closes behind the last words in it, on their line: its mark gets a line of its own. */
export const closingFences: Repair = {
  name: 'closing-fences',
  mend(lines) {
    let isOpen = false;
    return lines.flatMap((line) => {
      const [, text] = isOpen ? (CLOSES_BEHIND.exec(line.text) ?? []) : [];
      if (text !== undefined) {
        isOpen = false;
        return [
          { ...line, text },
          { ...line, text: '```' },
        ];
      }
      if (NAMED_FENCE.test(line.text)) isOpen = true;
      else if (isFence(line.text)) isOpen = false;
      return [line];
    });
  },
};

/** Only a fence with a name surely opens one. */
const NAMED_FENCE = /^\s*`{3}[^`\s][^`]*$/;
const CLOSES_BEHIND = /^(\s*[^\s`][^`]*)`{3}\s*$/;

/** A fence that nothing closes: Markdown would make code of all that follows. The mark goes, the text below it is read. */
export const openFences: Repair = {
  name: 'open-fences',
  mend(lines, notes) {
    const inside = fenced(lines);
    if (!lines.some(({ text }, i) => !inside[i] && isFence(text))) return lines;
    return lines.map((line: Line, i) => {
      if (inside[i] || !isFence(line.text) || !/^\s*(?:`{3,}[^`]*|~{3,}.*)$/.test(line.text)) return line;
      notes.setAside('markup', line, 'open-fence');
      return { ...line, text: '' };
    });
  },
};

/** Fences around Markdown itself, or around a list of boxes: what stands in them is text like any other. */
export const markdownFences: Repair = {
  name: 'markdown-fences',
  mend(lines, notes) {
    const inside = fenced(lines);
    if (!inside.includes(true)) return lines;
    const out = [...lines];
    for (let i = 0; i < lines.length; i++) {
      if (!inside[i]) continue;
      const end = closingOf(lines, i);
      const body = lines.slice(i + 1, end).filter(({ text }) => !isBlank(text));
      const boxes = body.filter(({ text }) => /^\s*(?:[-*+]\s+)?(?:\[[ xX]?\]|[☐☑□❏🚩])\s/u.test(text));
      if (
        /^\s*(?:`{3,}|~{3,})\s*(?:markdown|md)\s*$/i.test(lines[i]?.text ?? '') ||
        (boxes.length >= 3 && boxes.length >= body.length * 0.6)
      )
        for (const at of [i, end]) {
          const line = lines[at] as Line;
          notes.setAside('markup', line, 'markdown-fence');
          out[at] = { ...line, text: '' };
        }
      i = end;
    }
    return out;
  },
};

/** Where the fence that opens at a line is closed. */
function closingOf(lines: readonly Line[], opening: number): number {
  const mark = /^\s*(`{3,}|~{3,})/.exec(lines[opening]?.text ?? '')?.[1] ?? '';
  for (let at = opening + 1; at < lines.length; at++) {
    const text = lines[at]?.text.trim() ?? '';
    if (text.startsWith(mark) && /^(?:`{3,}|~{3,})$/.test(text)) return at;
  }
  return opening;
}
