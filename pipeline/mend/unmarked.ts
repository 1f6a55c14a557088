import { COUNTED_ANSWER } from '../extract/announced.ts';
import { levelsIn } from '../vocabulary/levels.ts';
import {
  beatOf,
  columnIs,
  isOtherBeat,
  isOutlineLabel,
  labelOf,
  metadataOf,
  opensPrompt,
  roleOfHeading,
} from '../vocabulary/vocabulary.ts';
import { endsSentence, fenced, isBlank, isListItem, isPlain, isTableRow, type Line } from './line.ts';
import { linksIn } from './links.ts';
import { headsIntroduced, isAmongBeats, isScopeLine, isSituation, standsBetween } from './neighbours.ts';
import { type Guess, nest } from './nesting.ts';
import type { Repair } from './repair.ts';
import { titleRepeats } from './repeated.ts';
import { headsSeries, isAmongTimes } from './series.ts';
import { belowEntries, inlineLabels, nextWritten } from './surroundings.ts';
import { isHardWrapped } from './wrapping.ts';

/** Headings that lost their marks: short lines that no sentence ends, above text that is longer, a list or a table. */
export const unmarkedHeadings: Repair = {
  name: 'unmarked-headings',
  mend(lines) {
    const inside = fenced(lines);
    const wrapped = isHardWrapped(lines);
    const first = lines.findIndex(({ text, box }) => !isBlank(text) && !box);
    const below = nextWritten(lines);
    const inList = belowEntries(lines);
    const linked = linksIn(lines);
    const inline = inlineLabels(lines);
    const repeats = titleRepeats(lines);
    const beats = new Set(found(lines).flatMap((i) => [i >> 5, (i >> 5) - 1, (i >> 5) + 1]));
    const guesses = lines.map((line, i) =>
      !inside[i] && !line.box && !linked[i] && isPlain(line.text)
        ? guess(lines, i, {
            wrapped,
            isFirst: i === first,
            at: below[i] ?? -1,
            nearBeats: beats.has(i >> 5),
            inline,
            repeats: repeats(i),
            inList,
          })
        : undefined,
    );
    const depths = nest(lines, guesses, below);
    return lines.map((line, i) =>
      guesses[i] ? { ...line, text: `${'#'.repeat(depths[i] ?? 2)} ${line.text.trim().replace(/:$/, '')}` } : line,
    );
  },
};

const GROUP =
  /^(?:part|question|section|prompt|scenario|story|level|step|round|module|lesson|chapter|case|example|example \w+)\s*#?(?:\d{1,2}|[IVX]{1,4}|[A-E]|one|two|three|four|five)\b/i;

/** Labels that stand over what they name also on a line of their own, without a colon. */
const HEADING_LABELS = new Set<string>(['question', 'follow-up', 'criterion', 'pitfall', 'hint']);

interface Around {
  wrapped: boolean;
  /** The document's first line with text. */
  isFirst: boolean;
  /** The next line with text, or -1. */
  at: number;
  /** Some bare name of a STAR beat stands within a few dozen lines: then other beats' names are headings too. */
  nearBeats: boolean;
  /** Labels that open two or more lines, some of them whole sentences. */
  inline: ReadonlySet<string>;
  /** What stands behind its dash opens another line too. */
  repeats: boolean;
  /** For each line whether it is indented below a list's entry. */
  inList: boolean[];
}

/** "Hint 2: Replace the missing measurement": a nudge with a name, which stands over what it says, and that is not the next one. */
const COUNTED_HINT = /^(?:hint|nudge|clue) #?\d{1,2}\s?[:.–—-]\s+\p{Lu}[^.!?:]{2,70}$/iu;
const COUNTS_HINTS = /^\s*(?:hint|nudge|clue) #?\d/i;

/** A date and nothing else. */
const DATE =
  /^(?:\d{1,2}\.? )?\p{L}{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d$|^(?:19|20)\d\d-\d\d-\d\d$|^\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d$/u;

function guess(
  lines: readonly Line[],
  i: number,
  { wrapped, isFirst, at, nearBeats, inline, repeats, inList }: Around,
): Guess | undefined {
  const text = (lines[i] as Line).text.trim();
  if (text.length > 100 && !(text.length < 200 && (roleOfHeading(text.split(' — ')[0] ?? '')?.score ?? 0) >= 3))
    return undefined;
  if (/ was asked\W*$/.test(text) || /^(?:\((?:tab|sheet|slide): [^)]+\)|(?:sheet|tab): \S.*)$/i.test(text))
    return 'group';
  if (
    COUNTED_HINT.test(text) &&
    at >= 0 &&
    (lines[at]?.text.length ?? 0) > text.length &&
    isPlain(lines[at]?.text ?? '') &&
    !COUNTS_HINTS.test(lines[at]?.text ?? '')
  )
    return 'section';
  if (DATE.test(text) || inList[i] || isAmongTimes(lines, i)) return undefined;
  if (/[.;,…]$/.test(text) || /^[a-z(]/.test(text) || text.includes(' · ') || /^\[.*\]$/.test(text)) return undefined;
  const before = lines[i - 1];
  const blankBefore = !before || isBlank(before.text) || before.box !== undefined;
  if (
    /^(?:last )?(?:updated|reviewed|checked|modified|published|posted)\b/i.test(text) &&
    /\d{4}|^\S+(?: \S+)?$/.test(text)
  )
    return undefined;
  const below = at < 0 ? undefined : lines[at];
  const blankAfter = at > i + 1;
  if (!below) return undefined;
  if (/^(?:page )?(?:last|first) (?:updated|reviewed|published|edited|changed)\b/i.test(text) && /\d{4}/.test(text))
    return undefined;
  const colon = /^([^:]{2,40}):\s+\S/.exec(text.replaceAll('**', ''));
  const isBar = /^(?:below|not yet|under)\b[^:]{0,20}:\s/i.test(below.text) && columnIs('dimension', colon?.[1] ?? '');
  if (isBar || (!repeats && colon?.[1] && inline.has(colon[1]))) return undefined;
  if (
    colon &&
    !repeats &&
    !isCapitals(text) &&
    (metadataOf(colon[1] ?? '') || labelOf(colon[1] ?? '') || beatOf(colon[1] ?? '')) &&
    !GROUP.test(text)
  )
    return undefined;
  if (/^(?:q|a|f|p)\d*\s*[.:)]/i.test(text) && !/^[A-Z]{3}/.test(text)) return undefined;
  if (/^(?:what they evaluate|interviewer|candidate|me|you)\b.*:/i.test(text)) return undefined;
  if (
    before &&
    !blankBefore &&
    isPlain(before.text) &&
    !endsSentence(before.text) &&
    wrapped &&
    before.text.length > 45
  )
    return undefined;
  const words = text.split(/\s+/).length;
  const isQuestion = /\?["'”]?$/.test(text);
  if (repeats || ANSWERS_QUOTE.test(text)) return 'section';
  if (GROUP.test(text) && words <= 16) return 'group';
  if (COUNTED_ANSWER.test(text) && words <= 12) return 'section';
  if (isSituation(below.text) && !roleOfHeading(text) && words >= 3 && words <= STORY_TITLE && !isQuestion && !colon)
    return 'group';
  const levels = levelsIn(text);
  if (
    levels.length === 1 &&
    words <= 10 &&
    new RegExp(`^\\W*(?:level\\s+)?${levels[0]}\\b`, 'i').test(text) &&
    !isTableRow(text)
  )
    return 'group';
  if (/:(?:\*\*)?$|^\*\*[^*]+\*\*$/.test(text) && isAmongBeats(lines, i)) return undefined;
  if (beatOf(text.replace(/\s*\(.*\)$/, '').replace(/:$/, '')) && words <= 5 && text.length > 2) return 'beat';
  if (isOtherBeat(text.replace(/:$/, '')) && nearBeats) return 'beat';
  if (/^\*\*[^*]+:\s?\*\*$|^\*\*[^*]+\*\*:$/.test(text) && labelOf(text) === 'answer') return undefined;
  const role = roleOfHeading(text);
  const overHeader =
    (/^[^:]{2,30}:\s/.test(below.text) && metadataOf(below.text.split(':')[0] ?? '') !== undefined) ||
    (isFirst && isScopeLine(below.text));
  if (overHeader && blankBefore && words <= 18) return 'title';
  if (isFirst && words <= 18 && !/^[^"“].*[.!]["”]$/.test(text) && (overHeader || (!isQuestion && !opensPrompt(text))))
    return 'title';
  if (text.endsWith(':') && isOutlineLabel(text)) return undefined;
  if ((listsLevels(below.text) || opensStory(below.text)) && words <= STORY_TITLE && /^\p{Lu}/u.test(text))
    return 'section';
  if (
    role &&
    role.score >= Math.min(3, Math.ceil(words * 0.5)) &&
    words <= 14 &&
    !(text.endsWith(':') && words > 7) &&
    !(isQuestion && (opensPrompt(text) || role.score < words * 0.6)) &&
    (!wrapped ||
      blankBefore ||
      isCapitals(text) ||
      (before && standsBetween(before.text, below.text, text.endsWith(':'))))
  )
    return 'section';
  if (blankBefore && !blankAfter && words <= 3 && HEADING_LABELS.has(labelOf(text) ?? '')) return 'section';
  if (isCapitals(text) && words <= 12) return 'section';
  if (isQuestion || opensPrompt(text) || text.endsWith(':') || words > 10) return undefined;
  if (
    words <= 4 &&
    /^[\p{Lu}][\p{L}' ]{1,24}:\s+\S/u.test(below.text) &&
    !metadataOf(below.text.split(':')[0] ?? '') &&
    !text.includes(':')
  )
    return 'section';
  if (!wrapped && (headsSeries(lines, i, at) || headsIntroduced(lines, at))) return 'section';
  const heads =
    isListItem(below.text) ||
    isTableRow(below.text) ||
    (isPlain(below.text) && below.text.length > Math.max(alternates(lines, i) ? 40 : 60, text.length * 1.6)) ||
    /^```/.test(below.text);
  if (!heads || !/^[\p{Lu}\d"“¿\p{Extended_Pictographic}]/u.test(text)) return undefined;
  if (wrapped)
    return blankBefore && (blankAfter || isListItem(below.text)) && isTitleLike(text) ? 'section' : undefined;
  if (
    isListItem(below.text) &&
    before &&
    !blankBefore &&
    isPlain(before.text) &&
    before.text.length > 25 &&
    before.text.length < 60 &&
    !endsSentence(before.text)
  )
    return undefined;
  return isTitleLike(text) || isListItem(below.text) || isTableRow(below.text) || blankBefore ? 'section' : undefined;
}

/** "Situation: …": what a story is called stands above it, in so many words at most. */
const opensStory = (text: string): boolean => beatOf(/^\s*(\p{L}+):\s+\S/u.exec(text)?.[1] ?? '') === 'situation';
const STORY_TITLE = 16;

/** "- **IC4:** …": what differs from level to level stands above their list. */
const listsLevels = (text: string): boolean => levelsIn(/^- \*\*([^*]{1,10}):\*\*/.exec(text)?.[1] ?? '').length === 1;

/** "Answering “Tell me about …”": a question in quotes, and what stands below it. */
const ANSWERS_QUOTE =
  /^(?:answering|(?:an |the |my |sample |model )?answer to|the same (?:story|answer) for) ["“][^"”]{8,120}["”]$/i;

/** Names and sentences by turns: the lines next to this one are sentences, and those next but one are short and none. */
const alternates = (lines: readonly Line[], i: number): boolean =>
  [i - 1, i + 1].every((at) => lines[at] && isPlain(lines[at].text) && endsSentence(lines[at].text)) &&
  [i - 2, i + 2].every(
    (at) => lines[at] && isPlain(lines[at].text) && !endsSentence(lines[at].text) && isTitleLike(lines[at].text),
  );

/** The lines that are a bare name of a STAR beat. */
const found = (lines: readonly Line[]): number[] =>
  lines.flatMap(({ text }, i) =>
    text.length < 60 && isPlain(text) && text.trim().length > 2 && beatOf(text.trim().replace(/\s*\(.*\)$/, ''))
      ? [i]
      : [],
  );

const isCapitals = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\([^)]*\)/g, ''));

/** Most words open with a capital, or there are few of them. */
const isTitleLike = (text: string): boolean => {
  const words = text.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words.length <= 7 || words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.6;
};
