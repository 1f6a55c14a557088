import { isChromeLine } from '../vocabulary/vocabulary.ts';
import { fenced, isBlank, isHeading, type Line } from './line.ts';
import type { Repair } from './repair.ts';

const AGO =
  /^\W*(?:(?:edited|updated|posted|answered|asked|active|modified|last edited)\s*:?\s*)?(?:(?:about|over|almost)\s)?(?:\d{1,2}|an?)\s?(?:s|sec|m|min|h|hr|d|w|wk|mo|y|yr|second|minute|hour|day|week|month|year)s?\.?\s?ago\b/i;
const DATED =
  /^(?:(?:answered|updated|posted|edited|asked|last edit)\s*:?\s+(?:\d{1,2}\s?(?:y|mo|w|d|h)|.{0,20}\b(?:19|20)\d\d\b.*)|[\w.-]+,?\s+(?:on\s+)?\p{Lu}\p{L}{2,8}\.? \d{1,2}, (?:19|20)\d\d(?:,? (?:at )?\d{1,2}:\d\d(?: ?[AP]M)?)?)$/iu;
/** "maria  9:02 AM": a name and a time of the day, as a chat is copied. */
const CLOCK =
  /^([\p{L}][\p{L}\d.' _-]{1,30}?)(?:\s+[—–-])?\s+(?:(?:today|yesterday)(?: at)?\s+|\d{1,2}\/\d{1,2}\/\d{2,4},? )?\[?\d{1,2}:\d{2}(?:\s?[AP]M)?\]?$/iu;
const STAMPED = /\b(?:\d{1,2}|an?)\s?(?:h|hr|d|w|mo|y|yr|minute|hour|day|week|month|year)s?\.? ago\b/i;
const COUNT = /^[+-]?\d[\d.,]*\s?[km]?$/i;
const MARK = /^[•·|—–-]$/;
const BADGE =
  /^(?:op|mod|author|staff|verified|anonymous|pinned|top \d+% (?:poster|commenter)|level \d+|member|guest|admin)$/i;

/** "Marta K., 11 years in software, former interviewer": a name and what its owner is. */
const CREDENTIALS = /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3}, (?=.{4,70}$)[^.!?]+$/u;

/** What a forum files a thread under, on a line of its own below the first post's head. */
const FLAIR =
  /^(?:advice|discussion|question|help|interviews?|interview (?:experience|discussion|question|advice)|career(?: advice| question)?|rant|vent|story|experienced|new grad|students?|general|offer|\p{L}+ advice|advice (?:wanted|needed))$/iu;

/** How many lines a post's head holds above its time: a name, a badge, a mark or two. */
const HEAD = 4;

/**
 * The frame that a forum sets around each post: who wrote it and when, votes, marks between them. A page counts as one where two
 * posts say how long ago they were written.
 */
export const forumFrame: Repair = {
  name: 'forum-frame',
  mend(lines, notes) {
    const inside = fenced(lines);
    const clocked = clockedPosts(lines);
    const times = lines.flatMap(({ text }, i) => (!inside[i] && (isTime(text.trim()) || clocked.has(i)) ? [i] : []));
    if (times.length < 2) return lines;
    const framed = new Set(times);
    for (const at of times) {
      for (let i = at - 1; i >= Math.max(0, at - HEAD) && isHead(lines[i] as Line); i--) framed.add(i);
      const below = lines[at + 1]?.text.trim() ?? '';
      if (isHandle(below)) framed.add(at + 1);
    }
    const [first = 0] = times;
    for (let i = first + 1; i <= first + HEAD; i++) if (FLAIR.test(lines[i]?.text.trim() ?? '')) framed.add(i);
    const isFrame = (i: number) => framed.has(i) || isChromeLine(lines[i]?.text ?? '');
    for (const [i, { text }] of lines.entries())
      if (COUNT.test(text.trim()) && (isFrame(i - 1) || isFrame(i + 1))) framed.add(i);
    const opens = new Set(times.map((at) => topOf(at, framed)));
    return lines.map((line, i) => {
      if (!framed.has(i) || isBlank(line.text)) return line;
      notes.setAside('boilerplate', line, 'forum-frame');
      return { ...line, text: '', ...(opens.has(i) ? { post: true } : {}) };
    });
  },
};

/** Lines of a name and a time, where some name comes again: a timetable has each of its names once. */
function clockedPosts(lines: readonly Line[]): Set<number> {
  const names = lines.map(({ text }) => CLOCK.exec(text.trim())?.[1]);
  const at = names.flatMap((name, i) => (name === undefined ? [] : [i]));
  return new Set(new Set(names.filter(Boolean)).size < at.length ? at : []);
}

const isTime = (text: string): boolean =>
  text.length < 90 &&
  !/[.!?]["”]?\s+\p{Lu}.*[.!?]$/u.test(text) &&
  (DATED.test(text) ||
    (AGO.test(text) && text.split(' ').length <= 8) ||
    (STAMPED.test(text) && /^[\w.-]+ |[|·•]/.test(text) && !/[.!?:,]$/.test(text) && text.split(' ').length <= 14));

const isHead = ({ text, box }: Line): boolean => {
  const bare = text.trim();
  return (
    !box &&
    bare !== '' &&
    !isHeading(text) &&
    (CREDENTIALS.test(bare) || MARK.test(bare) || BADGE.test(bare) || isHandle(bare) || AGO.test(bare))
  );
};

/** One word that no sentence holds: `quiet_compiler`, `u/name`, `[deleted]`, or a name of small letters and digits. */
const isHandle = (text: string): boolean =>
  /^(?:[ur]\/[\w-]+|\[deleted\]|@[\w.-]+|[\p{L}\d]+(?:[_.-][\p{L}\d]+)+|\p{Ll}[\p{L}\d]{2,24}|[\p{L}]+\d+)$/u.test(
    text,
  );

/** The first line of a post's head, which stands no further above its time than a head is long. */
function topOf(at: number, framed: ReadonlySet<number>): number {
  let top = at;
  while (at - top < HEAD && framed.has(top - 1)) top--;
  return top;
}
