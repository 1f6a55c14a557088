import { promptStrength } from '../outline/prompt.ts';
import { cuesIn } from '../vocabulary/cues.ts';
import { levelsIn } from '../vocabulary/levels.ts';
import { beatOf, isOtherBeat, labelOf, metadataOf, roleOfHeading } from '../vocabulary/vocabulary.ts';
import { fenced, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** So many names, each over what is said of it, make a list. */
const LEAST = 2;
/** A name has so many words at most, and what is said of it more. */
const NAME = 4;

/** Below a heading of conditions, a name on one line and what is said of it on the next: "Length" over "45 minutes for the three prompts." So for levels, wherever they stand. */
export const namedPairs: Repair = {
  name: 'named-pairs',
  mend(lines) {
    const inside = fenced(lines);
    const textAt = (i: number) => (inside[i] ? '' : (lines[i]?.text.trim() ?? ''));
    const isPair = (i: number) => isName(textAt(i)) && says(textAt(i + 1), textAt(i));
    const isLevel = (i: number) => isLevelName(textAt(i)) && says(textAt(i + 1), textAt(i));
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const isOfLevels = isLevel(i) && !isLevel(i - 2);
      if (!isOfLevels) mended.push(lines[i] as Line);
      const start = isOfLevels ? i : i + 1;
      let end = start;
      while (isOfLevels ? isLevel(end) : heads(textAt(i)) && isPair(end)) end += 2;
      if (end - start < LEAST * 2) {
        if (isOfLevels) mended.push(lines[i] as Line);
        continue;
      }
      for (let at = start; at < end; at += 2) {
        const [name, said] = [lines[at] as Line, lines[at + 1] as Line];
        mended.push({ text: `- **${name.text.trim()}:** ${said.text.trim()}`, from: name.from, to: said.to });
      }
      i = end - 1;
    }
    return mended;
  },
};

/** Whether a line says that conditions stand below it. */
function heads(text: string): boolean {
  const bare = text.replace(/^#{1,6}\s+/, '');
  if (bare === '' || bare.split(' ').length > 8 || /[.?!]$/.test(bare)) return false;
  const role = roleOfHeading(bare)?.role;
  const cues = cuesIn(bare);
  return role === undefined ? cues.has('constraint') && cues.size === 1 : role === 'constraint';
}

const isName = (text: string): boolean =>
  isPlain(text) &&
  /^\p{Lu}/u.test(text) &&
  text.split(' ').length <= NAME &&
  !/[.?!:;,]$/.test(text) &&
  !roleOfHeading(text) &&
  !beatOf(text) &&
  !isOtherBeat(text) &&
  !labelOf(text) &&
  !metadataOf(text);

/** "IC4", alone on its line. */
const isLevelName = (text: string): boolean => text.length <= 10 && levelsIn(text).length === 1;

const says = (text: string, name: string): boolean =>
  isPlain(text) &&
  promptStrength(text) === 0 &&
  text.split(' ').length > NAME &&
  text.length > name.length &&
  (/[.!]$/.test(text) || name.split(' ').length <= 2) &&
  !isLevelName(text);
