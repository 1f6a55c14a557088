import { endsAsking } from '../outline/prompt.ts';
import { cuesIn } from '../vocabulary/cues.ts';
import { endsSentence, isBlank, isPlain, type Line } from './line.ts';

/** The longest line of a list without bullets, in characters. */
const LONGEST = 140;

/** "The fog: 25 seconds", "Your stake – 15 s": a name and how long it takes. */
const TIMED =
  /^\p{L}[^:–—]{1,40}?\s*(?:[:–—-]|\.{2,}|…+)\s*\d+(?:\s*[-–]\s*\d+)?\s*(?:s|secs?|seconds?|mins?|minutes?|%)\.?$/iu;

/** "Saying no to a friend [Communication]": a name with its category behind it. */
const BRACKETED = /^[^[\]]{3,80} \[[^[\]]{2,40}\]$/;

/** A line of a list of times: the one above is one, too. */
export const isAmongTimes = (lines: readonly Line[], at: number): boolean =>
  [at, at - 1].every((i) => TIMED.test(lines[i]?.text.trim() ?? ''));

/** Whether a line names what a list without bullets holds: a few words, one of which speaks of a kind, over lines of one shape, or over times. */
export function headsSeries(lines: readonly Line[], at: number, below: number): boolean {
  const text = (lines[at] as Line).text.trim();
  const before = lines[at - 1];
  const follows = !before || isBlank(before.text) || !isPlain(before.text) || endsSentence(before.text);
  if (!follows || text.split(/\s+/).length > 9 || !/^\p{Lu}/u.test(text)) return false;
  const series = seriesFrom(lines, below);
  if (series.length >= 3 && !TIMED.test(text) && series.every((line) => TIMED.test(line))) return true;
  if (cuesIn(text).size === 0) return false;
  const bracketed = series.findIndex((line) => !BRACKETED.test(line));
  if (bracketed < 0 ? series.length >= 3 : bracketed >= 3) return true;
  const asking = series.filter(endsAsking).length;
  const ended = series.filter(endsSentence).length;
  return (
    (asking >= 2 && asking === series.length) ||
    (series.length >= 3 && ((ended === 0 && asking === 0) || ended === series.length))
  );
}

/** The lines from one on that stand in one block, as long as they are short and plain. */
function seriesFrom(lines: readonly Line[], start: number): string[] {
  const series: string[] = [];
  for (const { text, box } of lines.slice(start, start + 12)) {
    if (!isPlain(text) || box || text.length > LONGEST) break;
    const asks = endsAsking(text.trim());
    // The list of questions ends where something else is said.
    if (series.length >= 2 && !asks && series.every(endsAsking)) break;
    series.push(text.trim());
  }
  return series;
}
