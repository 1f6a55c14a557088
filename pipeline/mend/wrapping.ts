import { endsSentence, isBlank, isHeading, isPlain, isRule, isTableRow, type Line } from './line.ts';

/** Lines were broken at a width: many of them end in mid-sentence, and none is long. */
export function isHardWrapped(lines: readonly Line[]): boolean {
  let pairs = 0;
  let open = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (line.text.length > 160 && isPlain(line.text)) return false;
    if (
      !next ||
      !isPlain(next.text) ||
      isBlank(line.text) ||
      isHeading(line.text) ||
      isTableRow(line.text) ||
      isRule(line.text) ||
      /\S {3,}\S/.test(line.text)
    )
      continue;
    pairs++;
    if (!endsSentence(line.text) && line.text.length > 40) open++;
  }
  return pairs >= 3 && open >= pairs * 0.4;
}
