import { promptStrength } from '../outline/prompt.ts';
import { holdsChrome, isChromeLine, metadataOf, roleOfHeading } from '../vocabulary/vocabulary.ts';
import { isBlank, isHeading, isListItem, isPlain, type Line, rewrite } from './line.ts';
import { isNamedTurn, isPagination, isTurn } from './page-turns.ts';
import type { Repair } from './repair.ts';

/** The frame of a saved page, line by line: menus, cookie notices, buttons, counters, a list of links to other pages. */
export const pageChrome: Repair = {
  name: 'page-chrome',
  mend(lines, notes) {
    const countsPages = lines.filter(({ text }) => /^\s*\d{1,3}\s*$/.test(text)).length >= 3;
    const heads = runningHeads(lines);
    const author = lines
      .slice(0, BYLINE)
      .map(({ text }) => /^\s*(?:written |posted )?by:?\s+(\p{Lu}[\p{L}.'-]+ \p{Lu}[\p{L}'-]+)/iu.exec(text)?.[1])
      .find((name) => name !== undefined && /^\p{Lu}\S+ \p{Lu}/u.test(name));
    return rewrite(lines, (line, i) => {
      const bare = line.text.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim();
      const rule = heads.has(i)
        ? 'running-head'
        : author && isBiography(bare, author)
          ? 'author-bio'
          : chromeRule(bare, line, lines, i, countsPages);
      if (!rule) return undefined;
      notes.setAside('boilerplate', line, rule);
      return [{ ...line, text: '' }];
    });
  },
};

/** The foot of a printed page, and what stands at the head of the next one and has stood above before. */
function runningHeads(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  const seen = new Set<string>();
  const feet = lines.map(({ text }) => footOf(text));
  const times = new Map<string, number>();
  for (const foot of feet) if (foot !== '') times.set(foot, (times.get(foot) ?? 0) + 1);
  let isHead = false;
  for (const [i, { text }] of lines.entries()) {
    const bare = text.trim().replace(/\s+/g, ' ');
    if (bare === '') continue;
    if ((times.get(feet[i] ?? '') ?? 0) >= 2) {
      found.add(i);
      continue;
    }
    const isFoot = bare.length < 120 && /\bpage \d{1,3} of \d{1,3}$/i.test(bare);
    if (isFoot || (isHead && seen.has(bare))) found.add(i);
    isHead = isFoot || (isHead && seen.has(bare));
    seen.add(bare);
  }
  return found;
}

/**
 * What comes again at the head or the foot of each printed page, without what changes: "Interview Notes, Vol. 2      page 41" with a wide gap before
 * the page, "3/14/26, 9:12 PM      Own an outage", or a line that stands far to the right. Nothing for other lines.
 */
const footOf = (text: string): string =>
  /^\s*(\S.{2,80}?)\s{3,}(?:page|p\.|seite) \d{1,4}$/i.exec(text)?.[1] ??
  /^\s*\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?\s{3,}(\S.*)$/i.exec(text)?.[1] ??
  farRight(text);

/** What stands far to the right and says nothing of what is below it, as a heading in the middle of a line does. */
function farRight(text: string): string {
  const words = /^\s{24,}(\S.{4,80})$/.exec(text)?.[1] ?? '';
  return promptStrength(words) > 0 || roleOfHeading(words) ? '' : words;
}

/** How far from the top a page names its author, in lines. */
const BYLINE = 20;

/** "Lena Ortiz is a career coach …": who the author is. */
const isBiography = (text: string, author: string): boolean =>
  text.startsWith(`${author} `) &&
  /^(?:is|has|was|writes|coaches|works|worked|covers|helps|leads|teaches|runs|spent)\b/.test(
    text.slice(author.length + 1),
  );

/** What a reader clicks: a line of these words alone heads nothing, whatever stands below it. */
const BUTTON =
  /^(?:reply|share|bookmark|skip to|up ?vote|down ?vote|award|print|tweet|copy link|log ?in|sign (?:in|up)|subscribe|register|back to top|(?:view|load|show|see) (?:more|all)|(?:add|leave|post|write) an? |(?:previous|next) (?:post|article|lesson)|accept|reject|answer question|add answer|permalink|report post|stickied)/i;

/** "Show hint" right below the hint's own name: what is clicked to see it. Without such a name it is the only heading that the hint has. */
const REVEALS = /^(?:show|view|reveal|open) hint\W*$/i;
const NAMES_HINT = /^\s*(?:hint|nudge|clue)\b.{0,70}$/i;

function chromeRule(
  bare: string,
  line: Line,
  lines: readonly Line[],
  i: number,
  countsPages: boolean,
): string | undefined {
  if (!/[\p{L}\p{N}©]/u.test(bare)) return undefined;
  if (/^!\[[^\]]*\]\([^)]*\)$|^(?:\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\)\s*)+$/.test(bare)) return 'image';
  if (/^\[[^\]]+\]\(#[^)]*\)$/.test(bare)) return 'table-of-contents';
  if (/^(?:(?:\[[^\]]*\]\([^)]*\))\s*[|·•/>»,-]?\s*){2,}$/.test(bare) && !/^\s*[-*+]/.test(line.text))
    return 'navigation';
  if (isChromeLine(bare) && BUTTON.test(bare)) return 'page-chrome';
  if (REVEALS.test(bare) && NAMES_HINT.test(lines[i - 1]?.text ?? '')) return 'page-chrome';
  if (isChromeLine(bare) && !hasContentBelow(lines, i) && !(isHeading(line.text) && roleOfHeading(bare)))
    return 'page-chrome';
  if (
    !/^\[[ xX]\]|^☐/.test(bare) &&
    holdsChrome(bare) &&
    (bare.split(' ').length <= 12 || (bare.length < 300 && /\bcookies?\b/i.test(bare)))
  )
    return 'page-chrome';
  if (isPlain(line.text) && isMenu(bare)) return 'navigation';
  if (i < TOP && isPlain(line.text) && isBreadcrumb(bare)) return 'navigation';
  if (
    /^(?:page )?\d+ ?(?:of|\/|-) ?\d+$/i.test(bare) ||
    /^\d{1,3} ?% (?:complete|completed|done)$/i.test(bare) ||
    /^\d+ (?:views|likes|comments|replies|upvotes|votes|claps|shares|stars|points)\b/i.test(bare)
  )
    return 'counter';
  if (/^(?:`#[\p{L}][\w-]*`\s*)+$|^(?:#[\p{L}][\w-]*[\s,]+)+#[\p{L}][\w-]*$/u.test(bare)) return 'tags';
  if (/^\[[^\]]*\]\((?:https?:\/\/(?:www\.)?notion\.\S+|[^()\s]+\.(?:md|csv|html?))\)$/.test(line.text.trim()))
    return 'navigation';
  if (isPagination(bare) || isTurn(bare) || isNamedTurn(lines, i)) return 'pagination';
  if (
    /^(?:read also|also read|read next|you (?:may|might) also (?:like|enjoy)|don[’']t miss|related (?:post|article|story))\s*:\s*\S/i.test(
      bare,
    )
  )
    return 'navigation';
  if (
    /^(?:helpful|likes?|comments?|replies|shares?|votes?|answers?|claps?) ?(?:\(\d[\d.,k]*\)|: ?\d+)$|^(?:\d+ answers?|showing \d.*|sort(?:ed)?(?: by)?: .*)$/i.test(
      bare,
    ) &&
    bare.length < 60
  )
    return 'counter';
  if (/^https?:\/\/\S+\s+\d{1,3}\/\d{1,3}$/.test(bare)) return 'page-number';
  if (/^slide \d+(?: of \d+)?$/i.test(bare) || (countsPages && /^\d{1,3}$/.test(bare))) return 'page-number';
  if (/^import \w+ from ['"]|^<\/?[A-Z]\w*(?:\s[^<>]*)?\/?>$/.test(bare)) return 'component';
  if (/^(?:©|\(c\) ?\d{4})/i.test(bare)) return 'copyright';
  return undefined;
}

/** "Home › Library › Feedback", "Bank / Leadership / No. 4182": where a page stands on its site. */
const isBreadcrumb = (text: string): boolean =>
  text.length < 100 &&
  /^[^›»>/|:]{2,40}(?:\s[›»>]\s[^›»>:]{2,40}){2,}$|^[^/:]{2,30}(?:\s\/\s[^/:]{2,40}){2,}$|^\p{Lu}[^›»>/|:]{2,30} [›»>] \p{Lu}[^›»>:]{2,40}$/u.test(
    text,
  ) &&
  !/\s>\s\p{Ll}/u.test(text) &&
  !/[.?!:*]$/.test(text) &&
  PLACES.test(text) &&
  promptStrength(text) === 0;

/** So far from the top of a page its place is named, in lines. */
const TOP = 8;
/** Where a site begins. */
const PLACES =
  /^(?:home|start|guides?|library|questions?|question bank|bank|practice|blog|learn|courses?|docs|companies|all|spaces|topics?|articles?|resources|wiki|interview\b[^/›»>]{0,20}|prep|handbook)\s+[›»>/]/i;

/** "Questions", "Solution" and the like are chrome as a menu's entry, and headings when text follows that they head. */
const hasContentBelow = (lines: readonly Line[], i: number): boolean => {
  const next = lines[i + 1];
  const second = lines.slice(i + 1, i + 8).find(({ text }) => !isBlank(text));
  const below = next && !isBlank(next.text) ? next : second;
  return (
    below !== undefined &&
    (isListItem(below.text) ||
      /^\s*[-*•]\s*$/.test(below.text) ||
      below.text.length > 90 ||
      below.text.startsWith('|')) &&
    !isChromeLine(below.text)
  );
};

/** "Home | Courses | Pricing", "Home > Interview > Meta": three or more short words with the same divider, most of them a menu's. */
function isMenu(text: string): boolean {
  const parts = text.split(/\s*(?:[|·•›»>/]|\s{3,})\s*/).filter((part) => part !== '');
  if (parts.length < 3 || parts.some((part) => part.length > 30) || metadataOf(parts[0] ?? '')) return false;
  return parts.filter((part) => isChromeLine(part)).length * 3 >= parts.length;
}
