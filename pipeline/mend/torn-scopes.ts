import { promptStrength } from '../outline/prompt.ts';
import { levelsIn } from '../vocabulary/levels.ts';
import { DIVIDER, namesScope } from '../vocabulary/scopes.ts';
import { difficultyOf, metadataOf, roundOf } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isListItem, isPlain, isTableRow, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** So many times on a page what stands below a question proves to belong to it. */
const LEAST = 2;
/** So many lines say for whom a question is, at most. */
const MOST = 5;

/**
 * "Amazon · Software Engineer · Onsite · hard" on a line of its own, or "Onsite" and "Hard" on a line each, right below what is asked there:
 * they go behind it.
 */
export const tornScopes: Repair = {
  name: 'torn-scopes',
  mend(lines) {
    const inside = fenced(lines);
    const first = lines.findIndex(({ text }) => !isBlank(text));
    const ends = lines.map((line, i) => {
      if (inside[i]) return i;
      if (isBare(line.text)) return endOfScope(lines, i + 1);
      return i > first && isTitle(line.text) && namesSeveral(lines[i + 1]?.text ?? '', 0) ? i + 2 : i;
    });
    if (ends.filter((end, i) => end > i + 1).length < LEAST) return lines;
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      const end = Math.max(i + 1, ends[i] ?? 0);
      const whole = lines.slice(i, end);
      mended.push(
        whole.length === 1
          ? line
          : {
              ...line,
              text: [
                line.text.trimEnd(),
                ...whole.slice(1).map(({ text }) => labelledValues(text) ?? partsOf(text).join(DIVIDER)),
              ].join(DIVIDER),
              to: lines[end - 1]?.to ?? line.to,
            },
      );
      i = end - 1;
    }
    return mended;
  },
};

/** Something asked, or an entry of a list, without a scope of its own. */
const isBare = (text: string): boolean =>
  !text.includes(DIVIDER) && !namesOne(text) && (isListItem(text) || promptStrength(text) >= 1);

/** A few words that no sentence ends: the title of a question in an index. */
const isTitle = (text: string): boolean =>
  isPlain(text) &&
  /^\p{Lu}/u.test(text.trim()) &&
  text.trim().split(' ').length >= 3 &&
  text.length < 120 &&
  !/[.:;,]$/.test(text.trim()) &&
  partsOf(text).length === 1 &&
  !text.includes(':') &&
  !namesOne(text);

/** The end of the lines that say for whom the line above them is: one with dividers, or several with one name each, a round or a difficulty among them. */
function endOfScope(lines: readonly Line[], start: number): number {
  if (labelledValues(lines[start]?.text ?? '') || namesSeveral(lines[start]?.text ?? '')) return start + 1;
  let end = start;
  while (end < lines.length && end - start < MOST && namesOne(lines[end]?.text ?? '')) end++;
  // One name alone may be the heading of what stands below.
  const isSure = end - start >= 2 && lines.slice(start, end).some(({ text }) => roundOf(text) || difficultyOf(text));
  return isSure ? end : start;
}

const isScope = (text: string): boolean => namesScope(text) || isLevel(text);

/** A round, a difficulty, a company, a role or a level, and nothing else. */
function namesOne(text: string): boolean {
  const bare = text.trim();
  if (isBlank(bare) || bare.length > 40 || isListItem(bare) || /[.?!:]$/.test(bare)) return false;
  return isScope(bare);
}

const SCOPES = new Set<string | undefined>(['company', 'role', 'level', 'round', 'difficulty']);

/** "Company: Google   Level: L5   Round: Onsite": the values of a line of labels. */
function labelledValues(text: string): string | undefined {
  const parts = text.trim().split(/\s{2,}|\s[|·•]\s/);
  const values = parts.map((part) => {
    const [, label = '', value = ''] = /^(\p{L}[\p{L} ]{2,20}):\s+(\S.*)$/u.exec(part) ?? [];
    return SCOPES.has(metadataOf(label)) ? value : undefined;
  });
  return values.length >= 2 && values.every(Boolean) ? values.join(DIVIDER) : undefined;
}

/** Two or more parts say for whom something is, and not more than one part says anything else. */
function namesSeveral(text: string, besides = 1): boolean {
  const parts = isListItem(text) || isTableRow(text) ? [] : partsOf(text);
  const known = parts.filter(isScope).length;
  return known >= 2 && known >= parts.length - besides && !parts.every(isLevel);
}

const isLevel = (text: string): boolean => levelsIn(text).length > 0 && text.trim().split(' ').length <= 2;

const partsOf = (text: string): string[] => text.trim().split(/\s[·|/•]\s/);

/** Two or more lines one below the other, each with its scope behind dividers, are the entries of an index. */
export const indexLines: Repair = {
  name: 'index-lines',
  mend(lines) {
    const inside = fenced(lines);
    const isEntry = (i: number) => {
      const { text = '' } = lines[i] ?? {};
      const [title = '', ...parts] = inside[i] || !isPlain(text) ? [] : text.split(DIVIDER);
      return title.split(' ').length >= 3 && parts.length >= 2 && parts.filter(isScope).length >= 2 && !isScope(title);
    };
    const found = lines.map((_, i) => isEntry(i));
    return lines.map((line, i) =>
      found[i] && (found[i - 1] || found[i + 1]) ? { ...line, text: `- ${line.text.trim()}` } : line,
    );
  },
};

/** "Launch a productMeta | Data Scientist | Onsite": bars between the parts of a line, where no table has a header for them. */
export const barredScopes: Repair = {
  name: 'barred-scopes',
  mend(lines) {
    const inside = fenced(lines);
    const isBarred = (text: string) => /\S \| \S/.test(text) && !/^\s*\|/.test(text);
    // What the first of the lines with bars that stand together holds: a table's is its header.
    let head: string[] | undefined;
    return lines.map((line, i) => {
      if (inside[i] || !isBarred(line.text)) {
        head = undefined;
        return line;
      }
      const [, ...parts] = line.text.split(' | ');
      head ??= parts;
      const isIndex =
        parts.length >= 2 && parts.filter(isScope).length >= 2 && !parts.every(isLevel) && head.some(isScope);
      return isIndex ? { ...line, text: line.text.replaceAll(' | ', DIVIDER) } : line;
    });
  },
};
