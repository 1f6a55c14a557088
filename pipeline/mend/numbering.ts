import { beatOf } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isBullet, isRule, type Line } from './line.ts';
import type { Repair } from './repair.ts';

const SECTION = /^\s{0,3}(\d{1,2})\.?\s+(\p{Lu}.{2,80})$/u;
const POINT = /^\s*(\d{1,2})\.(\d{1,2})\.?\)?\s+(\S.*)$/;

/**
 * Sections and points that are numbered throughout: "3. QUESTIONS TO EXPECT" over "3.1 Tell us …". A line is a section's heading where points of its
 * number follow, or where it is set in capitals as others are; points become entries.
 */
export const outlineNumbers: Repair = {
  name: 'outline-numbers',
  mend(lines) {
    const inside = fenced(lines);
    const points = lines.map(({ text }, i) => (inside[i] ? undefined : (POINT.exec(text) ?? undefined)));
    if (points.filter(Boolean).length < 2) return lines;
    const next = nextPoint(points);
    const sections = lines.map(({ text }, i) =>
      inside[i] || isBlank(text) ? undefined : (SECTION.exec(text) ?? undefined),
    );
    const heads = sections.map(
      (found, i) => found?.[1] !== undefined && next[i] === found[1] && !/[.;,]$/.test(found[2] ?? ''),
    );
    if (heads.filter(Boolean).length < 2) return lines;
    return lines.map((line, i): Line => {
      const [, , , point] = points[i] ?? [];
      if (point) return { ...line, text: `- ${point}` };
      const title = sections[i]?.[2];
      const isHead = title !== undefined && (heads[i] || /^[^\p{Ll}]{4,}$/u.test(title));
      return isHead ? { ...line, text: `## ${title}` } : line;
    });
  },
};

/** For each line the section's number of the next point below it. */
function nextPoint(points: (RegExpExecArray | undefined)[]): (string | undefined)[] {
  const next: (string | undefined)[] = [];
  let below: string | undefined;
  for (let i = points.length - 1; i >= 0; i--) {
    next[i] = below;
    below = points[i]?.[1] ?? below;
  }
  return next;
}

const NUMBERED = /^\s{0,3}\d{1,2}[.)]\s+(\p{Lu}[^.?!:;]{2,80})$/u;

const CAPITALS = /^\s{0,3}(\d{1,2})[.)]\s+(\p{Lu}[^\p{Ll}?!]{3,60}(?:\([^()]{2,30}\))?)$/u;

/** So many lines one after the other count, where a page counts them in no surer way. */
const LEAST = 3;

/** "1. OPENING (5 minutes)", "2. …": lines in capitals that are counted from one on without a gap, by their place. */
function countedCapitals(lines: readonly Line[], inside: readonly boolean[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const [i, { text }] of lines.entries()) {
    const [, number, title] = (!inside[i] && isBlank(lines[i - 1]?.text ?? '') && CAPITALS.exec(text)) || [];
    if (title !== undefined && Number(number) === found.size + 1) found.set(i, title);
  }
  return found.size >= LEAST ? found : new Map();
}

/** "2) Making it simple" right above "Situation" or "Context" and nothing else: the number counts a story. */
const opensStory = (lines: readonly Line[], i: number): boolean => {
  const above = lines[i - 1]?.text ?? '';
  return (
    (isBlank(above) || isRule(above) || /^\s*_{3,}\s*$/.test(above)) &&
    beatOf(lines[i + 1]?.text ?? '') === 'situation' &&
    NUMBERED.test(lines[i]?.text ?? '')
  );
};

/**
 * "4. Questions to put to them" right above bullets that do not stand below it, above the first beat of a story, or set in capitals: a number counts the sections of the page,
 * where two or more do.
 */
export const numberedHeadings: Repair = {
  name: 'numbered-headings',
  mend(lines) {
    const inside = fenced(lines);
    const titles = lines.map(({ text }, i) => {
      const above = lines[i - 1];
      const heads = !inside[i] && (!above || isBlank(above.text)) && /^\S/.test(lines[i + 1]?.text ?? '');
      return heads && isBullet(lines[i + 1]?.text ?? '') ? NUMBERED.exec(text)?.[1] : undefined;
    });
    const stories = lines.map(({ text }, i) => (!inside[i] && opensStory(lines, i) ? text.trim() : undefined));
    const heads = new Map([
      ...(stories.filter(Boolean).length < 2 ? [] : [...stories.entries()].filter(([, title]) => title)),
      ...(titles.filter(Boolean).length < 2 ? [] : titles.entries()),
      ...countedCapitals(lines, inside),
    ]);
    return lines.map((line, i) => (heads.get(i) === undefined ? line : { ...line, text: `## ${heads.get(i)}` }));
  },
};

const BARE = /^\s{0,3}(\d{1,2}) (\p{Lu}(?!.* {3}).{20,})$/u;

/** "1 Name the promise: …" over "2 Show the crack: …": lines that count from one on without a mark behind the number are a list. */
export const bareNumbers: Repair = {
  name: 'bare-numbers',
  mend(lines) {
    const inside = fenced(lines);
    const numbers = lines.map(({ text }, i) => Number((!inside[i] && BARE.exec(text)?.[1]) || Number.NaN));
    const counted = new Set<number>();
    for (let i = 0; i < lines.length; i++) {
      let end = i;
      while (numbers[end] === end - i + 1) end++;
      if (end - i >= LEAST) for (let at = i; at < end; at++) counted.add(at);
      i = Math.max(i, end - 1);
    }
    return lines.map((line, i) => (counted.has(i) ? { ...line, text: line.text.replace(BARE, '$1. $2') } : line));
  },
};
