import { levelsIn } from '../vocabulary/levels.ts';
import { endsSentence, fenced, isBlank, isPlain, type Line } from './line.ts';
import type { Repair } from './repair.ts';

/** A score or a level, a gap, and what is shown there: "4  Names the gap", "P4   Asks for users", "5 - Digs deeper". */
const ANCHOR = /^\s*(\p{Lu}{1,4}\d{1,2}|[0-5])(?:\s{2,}|(?:\s\p{Lu}\p{Ll}+){0,3}\s+[–—=]\s+)(\p{L}["“]?.{7,})$/u;
/** What the anchors are about, on a line of its own above them: "2. Technical design". */
const ABOUT = /^\s*\d{1,2}(?:\.\d{1,2})?[.)]?\s+(\p{Lu}[^.?!:;]{2,50})$/u;

/** Two or more anchors one below the other, each with the lines that go on from it, become entries that carry the anchor as their label. */
export const scoreAnchors: Repair = {
  name: 'score-anchors',
  mend(lines) {
    const inside = fenced(lines);
    const mended: Line[] = [];
    for (let i = 0; i < lines.length; i++) {
      const run = inside[i] ? [] : runFrom(lines, i);
      if (!isScale(run)) {
        mended.push(lines[i] as Line);
        continue;
      }
      const above = mended.findLastIndex(({ text }) => !isBlank(text));
      const about = ABOUT.exec(mended[above]?.text ?? '')?.[1];
      if (about) mended[above] = { ...(mended[above] as Line), text: `## ${about}` };
      for (const { anchor, text, from, to } of run) mended.push({ text: `- **${anchor}:** ${text}`, from, to });
      // What stands behind is no more of the last of them.
      mended.push({ text: '', from: run.at(-1)?.to ?? 1, to: run.at(-1)?.to ?? 1 });
      i = (run.at(-1)?.end ?? i + 1) - 1;
    }
    return mended;
  },
};

/** Levels, or scores from the best down or of three grades and more: what is counted up from one may be anything. */
function isScale(run: readonly Anchored[]): boolean {
  const scores = run.map(({ anchor }) => Number(anchor));
  return (
    run.length >= 2 &&
    (scores.every(Number.isNaN) ||
      run.length >= 3 ||
      scores.every((score, i) => i === 0 || score < (scores[i - 1] ?? 0)))
  );
}

interface Anchored {
  anchor: string;
  text: string;
  from: number;
  to: number;
  /** The index behind its last line. */
  end: number;
}

function runFrom(lines: readonly Line[], start: number): Anchored[] {
  const run: Anchored[] = [];
  for (let i = start; i < lines.length; ) {
    const line = lines[i] as Line;
    const [, anchor = '', first = ''] = isPlain(line.text) ? (ANCHOR.exec(line.text) ?? []) : [];
    if (anchor === '' || !isAnchor(anchor) || run.some((one) => one.anchor === anchor)) break;
    let end = i + 1;
    let text = first;
    for (; end < lines.length && goesOn(lines, end); end++) text = `${text} ${(lines[end] as Line).text.trim()}`;
    run.push({ anchor, text, from: line.from, to: (lines[end - 1] as Line).to, end });
    i = end;
  }
  return run;
}

/** Whether a line goes on from the anchor above: it is indented, or in a text of broken lines stands between two anchors or in mid-sentence. */
function goesOn(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at] as Line;
  if (isBlank(text) || !isPlain(text) || ANCHOR.test(text) || ABOUT.test(text)) return false;
  if (/^\s{2,}\S/.test(text)) return true;
  const above = (lines[at - 1] as Line).text;
  if (above.length < WRAPPED) return false;
  const next = lines.slice(at + 1, at + 6).findIndex((line) => isBlank(line.text) || ANCHOR.test(line.text));
  const isBetween = next >= 0 && ANCHOR.test(lines[at + 1 + next]?.text ?? '');
  return isBetween || /^\s*\p{Ll}/u.test(text) || !endsSentence(above);
}

/** A line that was broken is at least so long, in characters. */
const WRAPPED = 45;

const isAnchor = (anchor: string): boolean => /^[0-5]$/.test(anchor) || levelsIn(anchor).length === 1;
