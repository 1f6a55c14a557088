/** A line on its way to Markdown, with the raw lines (1-based, both included) that its words come from. */
export interface Line {
  text: string;
  from: number;
  to: number;
  /** Opens a box that its text titles (a details block, an admonition), or closes the innermost one. */
  box?: 'open' | 'close';
  /** What the type of a box says that it holds, beside its title. */
  says?: 'pitfall' | 'worked-example';
  /** A post of a thread begins here: no section goes on from above. */
  post?: boolean;
}

export const isBlank = (text: string): boolean => text.trim() === '';
export const isFence = (text: string): boolean => /^\s*(```|~~~)/.test(text);
export const isHeading = (text: string): boolean => /^\s{0,3}#{1,6}(\s|$)/.test(text);
export const isBullet = (text: string): boolean => /^\s*[-*+]\s+\S/.test(text);
export const isNumbered = (text: string): boolean => /^\s*\d{1,3}[.)]\s+\S/.test(text);
export const isListItem = (text: string): boolean => isBullet(text) || isNumbered(text);
export const isTableRow = (text: string): boolean => /^\s*\|.*\|\s*$/.test(text) && text.trim().length > 2;
export const isRule = (text: string): boolean => /^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(text);
export const isQuote = (text: string): boolean => /^\s{0,3}>/.test(text);
/** Words and nothing of Markdown's line marks: the only lines that unmarked headings and paragraphs are made of. */
export const isPlain = (text: string): boolean =>
  !isBlank(text) &&
  !isFence(text) &&
  !isHeading(text) &&
  !isListItem(text) &&
  !isTableRow(text) &&
  !isRule(text) &&
  !isQuote(text);
/** Whether a sentence ends here: nothing that follows is its continuation. */
export const endsSentence = (text: string): boolean => /[.!?:;…。！？]["'”’)\]*_]*\s*$/.test(text.slice(-40));

/** For each line whether it stands inside a code fence, the fences themselves included. A fence that nothing closes is none. */
export function fenced(lines: readonly Line[]): boolean[] {
  const known = FENCED.get(lines) ?? findFenced(lines);
  FENCED.set(lines, known);
  return known;
}

/** Most repairs leave the lines as they are and ask for the same. */
const FENCED = new WeakMap<readonly Line[], boolean[]>();

function findFenced(lines: readonly Line[]): boolean[] {
  const marks = lines.map(({ text }) => /^\s*(`{3,}|~{3,})/.exec(text)?.[1]);
  const closers = lines.flatMap(({ text }, i) => (marks[i] !== undefined && text.trim() === marks[i] ? [i] : []));
  const inside = lines.map(() => false);
  for (let i = 0, next = 0; i < lines.length; i++) {
    const fence = marks[i];
    if (fence === undefined) continue;
    while ((closers[next] ?? lines.length) <= i) next++;
    let closer = next;
    while (closer < closers.length && !marks[closers[closer] ?? 0]?.startsWith(fence)) closer++;
    const end = closers[closer];
    if (end === undefined) continue;
    inside.fill(true, i, end + 1);
    i = end;
  }
  return inside;
}

/** Applies a rewrite to each line outside code fences; `undefined` keeps the line, an array replaces it. */
export function rewrite(lines: Line[], change: (line: Line, index: number) => Line[] | undefined): Line[] {
  const inside = fenced(lines);
  return lines.flatMap((line, i) => (inside[i] ? [line] : (change(line, i) ?? [line])));
}
