import picocolors from 'picocolors';
import type { Diagnostic } from '../model/diagnostic.ts';
import { countsText } from './counts.ts';
import { visible, widthOf } from './visible.ts';

/** How much of a source line is shown. */
const WINDOW = 100;

/** Diagnostics for people: one line each, with its source line and a caret under the place. Ends with their number. */
export function humanReport(
  diagnostics: readonly Diagnostic[],
  excerpts: Readonly<Record<string, string>>,
  isColoured: boolean,
): string {
  const colours = picocolors.createColors(isColoured);
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue };
  const blocks = diagnostics.map(({ file, line, column, severity, rule, found, expected, advice }) => {
    const place = [visible(file), line, line === undefined ? undefined : column].filter((part) => part !== undefined);
    const text = line === undefined ? undefined : excerpts[`${file}:${line}`];
    const what = `${visible(found)}; expected ${expected}: ${advice}`;
    return [
      `${colours.bold(`${place.join(':')}:`)} ${paint[severity](severity)}: ${what} ${colours.dim(`(${rule})`)}`,
      ...(text === undefined || line === undefined ? [] : excerpt(text, line, column ?? 1, colours.dim)),
    ].join('\n');
  });
  return [...blocks, countsText(diagnostics)].filter(Boolean).join('\n');
}

/** The line, as far as it fits, and a caret under the column. */
function excerpt(text: string, line: number, column: number, dim: (text: string) => string): string[] {
  const from = Math.max(0, Math.min(column - 1 - WINDOW / 2, text.length - WINDOW));
  const shown = visible(text.slice(from, from + WINDOW));
  const before = `${from > 0 ? '…' : ''}${visible(text.slice(from, column - 1))}`;
  const gutter = ' '.repeat(String(line).length);
  const ends = `${from > 0 ? '…' : ''}${shown}${from + WINDOW < text.length ? '…' : ''}`;
  return [`  ${dim(`${line} |`)} ${ends}`, `  ${dim(`${gutter} |`)} ${' '.repeat(widthOf(before))}^`];
}
