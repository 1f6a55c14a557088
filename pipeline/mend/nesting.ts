import { roleOfHeading } from '../vocabulary/vocabulary.ts';
import { isRule, type Line } from './line.ts';

/** What an unmarked line heads: the document, a group such as a part or a level, a beat of a story, or a section. */
export type Guess = 'title' | 'group' | 'beat' | 'section';

/** The name by which a heading counts: "part" of "Part 2 — …". */
const nounOf = (text: string): string | undefined => /^[#\s]*(\p{L}+)\s*#?\d{1,2}\b/u.exec(text)?.[1]?.toLowerCase();

/**
 * Depths of unmarked headings: the title 1; others one below the marked heading they stand under, a rule setting back to the least marked depth
 * above; what counts by the name of a marked heading above is its sister; below a group ("Part 2", a level) those that come again in other groups are its children.
 */
export function nest(lines: readonly Line[], guesses: (Guess | undefined)[], below: number[]): number[] {
  const keyOf = (i: number): string =>
    roleOfHeading((lines[i] as Line).text)?.role ?? (lines[i] as Line).text.toLowerCase().replace(/\d+/g, '#');
  const groups = new Map<string, Set<number>>();
  let group = -1;
  for (const [i, kind] of guesses.entries()) {
    if (kind === 'group') group = i;
    else if (kind === 'section' && group >= 0) groups.set(keyOf(i), (groups.get(keyOf(i)) ?? new Set()).add(group));
  }
  const isEmpty = (i: number): boolean => guesses[below[i] ?? -1] === 'section';
  let over: number | undefined;
  const depths: number[] = [];
  let marked = 1;
  let least: number | undefined;
  let base = 2;
  let inGroup = false;
  const counted = new Map<string, number>();
  for (const [i, line] of lines.entries()) {
    if (isRule(line.text)) [marked, inGroup] = [least ?? 1, false];
    const level = /^\s{0,3}(#{1,6})\s/.exec(line.text)?.[1]?.length;
    if (level) [marked, inGroup, least] = [level, false, Math.min(level, least ?? level)];
    const noun = nounOf(line.text);
    if (level && noun) counted.set(noun, level);
    base = Math.min(6, marked + 1);
    const kind = guesses[i];
    if (!kind) continue;
    const role = kind === 'section' ? roleOfHeading(line.text)?.role : undefined;
    if (kind === 'title') depths[i] = 1;
    else if (role === 'solution') [depths[i], marked, inGroup] = [1, 1, false];
    else if (kind === 'group' && noun && counted.has(noun))
      [depths[i], marked, inGroup] = [counted.get(noun) ?? base, counted.get(noun) ?? marked, true];
    else if (kind === 'group') [depths[i], inGroup] = [base, true];
    else if (kind === 'beat') depths[i] = Math.min(6, base + (inGroup ? 1 : 0));
    else if (inGroup && (groups.get(keyOf(i))?.size ?? 0) >= 2) depths[i] = Math.min(6, base + 1);
    else if (!role && over !== undefined) depths[i] = Math.min(6, over + 1);
    else [depths[i], inGroup] = [base, false];
    if (kind !== 'section' || role) over = kind === 'section' && role && isEmpty(i) ? depths[i] : undefined;
  }
  return depths;
}
