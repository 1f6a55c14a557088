import { sentencesOf } from './sentences.ts';

/** The weak and the strong side of a pitfall, where its words hold both. */
export interface Contrast {
  weak?: string;
  strong?: string;
}

const STRONG =
  /\b(?:the (?:persuasive|convincing|sharper|fuller|honest|grown-up|seasoned) (?:version|answer|candidate|line|one)|(?:a |the )?(?:stronger|better|sounder|safer) \p{L}+ (?:says?|is|would|names?|gives?|asks?|opens?|shows?|tells?|adds?|states?|reads?|sounds?|keeps?|takes?|goes|starts?|puts?)|(?:a |the )?(?:stronger|better|strong|good|great|best|safer|sounder) (?:answer|version|line|reply|response|story|candidate|candidates|one|move|is|to|would|says|say|approach|framing|opening)|better is|say instead|instead,? say|instead,? (?:name|show|give|tell|state|open|describe|explain|use|put|start|lead|quantify)|instead of that|strong candidates|stronger:|better:|strong:|say “|say "|what works|prefer|try “|try ")/iu;
const WEAK =
  /\b(?:candidates (?:often )?say|people (?:often )?say|(?:a |the )(?:weak|weaker|tempting|poor|thin|lazy) \p{L}+|(?:a |the )?(?:weak|weaker|tempting|poor|bad|common|typical|junior|lazy|thin) (?:answer|version|line|reply|response|story|one|candidate|candidates|opening)|avoid|don[’']t|do not|never|weak:|poor:|if you say|saying|sounds? like)\b/iu;

/** Divides a paragraph like "A weak answer says “…”. A stronger answer says “…”." at the sentence, or the clause, that turns. */
export function contrastIn(text: string): Contrast {
  const all = sentencesOf(text);
  const turn = all.findIndex(
    (sentence, i) =>
      i > 0 && STRONG.test(sentence) && !WEAK.test(sentence.slice(0, Math.max(12, sentence.search(STRONG)))),
  );
  if (turn > 0 && (WEAK.test(all.slice(0, turn).join(' ')) || /["“]/.test(all.slice(0, turn).join(' '))))
    return { weak: all.slice(0, turn).join(' '), strong: all.slice(turn).join(' ') };
  const clause =
    /^(.{15,}?)[;,]\s+((?:a |the )?(?:stronger|better|strong|say|instead|but a strong|but a better)\b.{12,})$/is.exec(
      text,
    );
  if (clause?.[1] && clause[2] && (WEAK.test(clause[1]) || /["“]/.test(clause[1])))
    return { weak: clause[1], strong: clause[2] };
  const arrow = /^(.{6,}?)\s*(?:→|⇒|->|=>)\s*(.{6,})$/s.exec(text);
  return arrow?.[1] && arrow[2] && /["“]/.test(text) ? { weak: arrow[1], strong: arrow[2] } : {};
}

const SIDES =
  /(?<=^|[.!?;|·/—–→”"❌✅✗✓✔✘]\uFE0F?\s*)["“(]?(weak(?:er)?(?: answer| version)?|poor|bad|don[’']t say|do not say|don[’']t|avoid|instead of|not|wrong|sounds weak|strong(?:er)?(?: answer| version)?|better|great|good|say instead|do say|say|do|right|sounds strong|instead)\s*:\s*/gi;

/** Both sides on one line, each behind its label: "Weak: … Strong: …", "Don't say: “…” · Say: “…”". */
export function labelledSides(
  text: string,
  isWeak: (label: string) => boolean,
  isStrong: (label: string) => boolean,
): Contrast | undefined {
  const marks = [...text.matchAll(SIDES)].map((found) => ({
    name: found[1] ?? '',
    start: found.index,
    end: found.index + found[0].length,
  }));
  const sides: Contrast = {};
  for (const [i, { name, end }] of marks.entries()) {
    const side = text
      .slice(end, marks[i + 1]?.start ?? text.length)
      .replace(/(?:[\s·|/—–❌✅✗✓✔✘-]|\uFE0F)+$/u, '')
      .trim();
    if (side === '') continue;
    if (isWeak(name)) sides.weak ??= side;
    else if (isStrong(name)) sides.strong ??= side;
  }
  return sides.weak && sides.strong ? sides : undefined;
}
