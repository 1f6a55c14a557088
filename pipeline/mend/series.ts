import { endsAsking } from '../outline/prompt.ts';
import { cuesIn } from '../vocabulary/cues.ts';
import { endsSentence, isBlank, isPlain, type Line } from './line.ts';

/** The longest line of a list without bullets, in characters. */
const LONGEST = 140;

/** Whether a line names what a list without bullets holds: a few words, one of which speaks of a kind, over lines of one shape. */
export function headsSeries(lines: readonly Line[], at: number, below: number): boolean {
  const text = (lines[at] as Line).text.trim();
  const before = lines[at - 1];
  const follows = !before || isBlank(before.text) || !isPlain(before.text) || endsSentence(before.text);
  if (!follows || text.split(/\s+/).length > 9 || !/^\p{Lu}/u.test(text) || cuesIn(text).size === 0) return false;
  const series = seriesFrom(lines, below);
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
