import { promptStrength } from '../outline/prompt.ts';
import { endsSentence, fenced, isBlank, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A time on a line of its own, as a player sets it above what was said then. */
const STAMP = /^\s*(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\s*$/;
/** So many of them, each later than the one above, make a transcript. */
const MANY = 5;
/** What was said was broken where its line is at least so long, in characters. */
const BROKEN = 60;

/** A transcript that has the time above each line: the times go, and sentences that they divided are whole again. */
export const timeStamps: Repair = {
  name: 'time-stamps',
  mend(lines, notes) {
    const inside = fenced(lines);
    const stamps = risingStamps(lines, inside);
    // Those of an agenda are even.
    const odd = [...stamps].filter((i) => !/[05]\s*$/.test((lines[i] as Line).text)).length;
    if (stamps.size < MANY || odd * 2 < stamps.size) return lines;
    const mended: Line[] = [];
    let isBehind = false;
    for (const [i, line] of lines.entries()) {
      if (stamps.has(i)) {
        notes.setAside('boilerplate', line, 'time-stamp');
        isBehind = true;
        continue;
      }
      const above = mended.at(-1);
      if (isBehind && above && goesOn(above.text, line.text))
        mended[mended.length - 1] = { ...above, text: `${above.text} ${line.text.trim()}`, to: line.to };
      else if (isBehind && above && (asks(above.text) || asks(line.text)))
        mended.push({ text: '', from: line.from, to: line.from }, line);
      else mended.push(line);
      isBehind = false;
    }
    return mended;
  },
};

/** The lines that are a time later than the last one, with words below them. */
function risingStamps(lines: readonly Line[], inside: readonly boolean[]): Set<number> {
  const found = new Set<number>();
  let last = -1;
  for (const [i, { text }] of lines.entries()) {
    const [, hours = '0', minutes, seconds = ''] = (!inside[i] && STAMP.exec(text)) || [];
    if (minutes === undefined || !isPlain(lines[i + 1]?.text ?? '') || STAMP.test(lines[i + 1]?.text ?? '')) continue;
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    // The length of the recording may stand above them all.
    if (time <= last && found.size < MANY) found.clear();
    else if (time <= last) continue;
    found.add(i);
    last = time;
  }
  return found;
}

/** Captions may have no marks at all: what asks is whole, and stands by itself. */
const asks = (text: string): boolean => promptStrength(text) >= 2;

const goesOn = (above: string, text: string): boolean =>
  isPlain(above) &&
  !isBlank(text) &&
  isPlain(text) &&
  !endsSentence(above) &&
  !asks(above) &&
  !asks(text) &&
  (above.length >= BROKEN || /^\s*\p{Ll}/u.test(text));
