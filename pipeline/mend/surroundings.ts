import { endsSentence, isBlank, isListItem, isPlain, type Line } from './line.ts';

/** Labels that open two or more lines, some of them whole sentences. */
export function inlineLabels(lines: readonly Line[]): Set<string> {
  const seen = new Map<string, { lines: number; sentences: number }>();
  for (const { text } of lines) {
    const label = isPlain(text) ? /^([^:]{2,40}):\s+\S/.exec(text.trim())?.[1] : undefined;
    if (label === undefined) continue;
    const { lines: count, sentences } = seen.get(label) ?? { lines: 0, sentences: 0 };
    seen.set(label, { lines: count + 1, sentences: sentences + (endsSentence(text) ? 1 : 0) });
  }
  return new Set(
    [...seen].flatMap(([label, { lines: count, sentences }]) => (count > 1 && sentences > 0 ? label : [])),
  );
}

/** Indented lines below an entry of a list, until one that stands no deeper than its mark. */
export function belowEntries(lines: readonly Line[]): boolean[] {
  let mark = -1;
  return lines.map(({ text }) => {
    if (isBlank(text)) return false;
    const indent = text.length - text.trimStart().length;
    if (/^\s*(?:[-*+]|\d{1,3}[.)])\s+\S/.test(text)) mark = indent;
    else if (indent < mark + 2) mark = -1;
    return mark >= 0 && indent >= mark + 2 && !isListItem(text);
  });
}

/** For each line the next one below it that holds text. */
export function nextWritten(lines: readonly Line[]): number[] {
  const next: number[] = [];
  let below = -1;
  for (let i = lines.length - 1; i >= 0; i--) {
    next[i] = below;
    if (!isBlank((lines[i] as Line).text)) below = i;
  }
  return next;
}
