/** A run of lines, 1-based, both ends included. */
export interface LineSpan {
  from: number;
  to: number;
}

/** `7` or `7-9` as lines; undefined where it is neither, or ends before it starts. */
export function parseSpan(text: string): LineSpan | undefined {
  const match = /^([1-9]\d*)(?:-([1-9]\d*))?$/.exec(text);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return to < from ? undefined : { from, to };
}

export const holds = ({ from, to }: LineSpan, line: number): boolean => from <= line && line <= to;
