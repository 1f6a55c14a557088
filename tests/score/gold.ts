import { KINDS, type Kind } from '../../pipeline/model/item.ts';
import { type Attribute, attributeProblem, isAttribute } from './attributes.ts';
import { type LineSpan, parseSpan } from './span.ts';

/** What a careful reader takes from one place of a source. */
export interface GoldRow {
  /** The lines on one of which the item starts. */
  starts: LineSpan;
  /** The same as the gold file writes it. */
  range: string;
  kind: Kind;
  /** Neither asked for nor counted wrong. */
  optional: boolean;
  attributes: [Attribute, string][];
}

/** A mistake in a gold file, with the line it stands on. */
export interface GoldProblem {
  file: string;
  line: number;
  message: string;
}

const isKind = (name: string): name is Kind => (KINDS as string[]).includes(name);

/**
 * Reads a gold file: one row a line, `start-line TAB kind TAB name=value;name=value`; a start-line may be a range, `?` before
 * the kind makes a row optional, `#` starts a comment. A row that the document's lines contradict is a problem; it is kept
 * where it can still be scored.
 */
export function parseGold(
  file: string,
  text: string,
  lines: readonly string[],
): { rows: GoldRow[]; problems: GoldProblem[] } {
  const rows: GoldRow[] = [];
  const problems: GoldProblem[] = [];
  const placed: [line: number, row: GoldRow][] = [];
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    if (written === '' || written.startsWith('#')) continue;
    const line = index + 1;
    const report = (message: string) => problems.push({ file, line, message });
    const [range = '', mark = '', attributes = '', ...rest] = written.split('\t');
    if (rest.length > 0) report(`a row has three columns, this one has ${3 + rest.length}`);
    const starts = parseSpan(range);
    const kind = mark.replace(/^\?/, '');
    if (!starts) report(`"${range}" is neither a line nor a range of lines`);
    else for (const message of placeProblems(starts, lines)) report(message);
    if (!isKind(kind)) report(`unknown kind "${kind}"`);
    if (!starts || !isKind(kind)) continue;
    const row: GoldRow = { starts, range, kind, optional: mark.startsWith('?'), attributes: [] };
    for (const part of attributes.trim().split(';').filter(Boolean)) {
      const [name = '', ...value] = part.split('=');
      if (!isAttribute(name)) report(`unknown attribute "${name}"`);
      else if (row.attributes.some(([other]) => other === name)) report(`attribute "${name}" stands twice`);
      else row.attributes.push([name, value.join('=')]);
    }
    rows.push(row);
    placed.push([line, row]);
  }
  for (const [line, row] of placed)
    for (const [name, value] of row.attributes) {
      const message = attributeProblem(name, value, row, { rows, lines });
      if (message) problems.push({ file, line, message });
    }
  return { rows, problems: problems.sort((a, b) => a.line - b.line) };
}

/** Both ends of a row's range are lines of the document with something on them. */
function placeProblems({ from, to }: LineSpan, lines: readonly string[]): string[] {
  return [...new Set([from, to])].flatMap((at) => {
    const text = lines[at - 1];
    if (text === undefined) return [`line ${at} is after the last line of the document (${lines.length})`];
    return text.trim() === '' ? [`line ${at} of the document is blank`] : [];
  });
}
