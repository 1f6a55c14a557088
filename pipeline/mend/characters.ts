import { roleOfHeading } from '../vocabulary/vocabulary.ts';
import { isPlain, type Line, rewrite } from './line.ts';
import type { Repair } from './repair.ts';

/** What has no width of its own; the mark that makes a character an emoji stays with it. */
const INVISIBLE = /(?!\uFE0F)\p{Default_Ignorable_Code_Point}/gu;
const BIDIRECTIONAL = /[\u202A-\u202E\u2066-\u2069]/u;
const CONTROL = /(?![\t\f\r\n\v\u0085])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
const SPACES = /[\t\v\f\u0085\u2028\u2029]|\p{Zs}/gu;
/** Tabs that nest a list mark; before other text they say nothing. */
const INDENTED = /^ *\t[\t ]*(?=(?:[-*+•‣⁃◦∙●○▪▫■□–·☐☑]|\[[ xX]?\]|\(?\w{1,2}[.)])\s)/u;
const MOJIBAKE = /â€[™œ\u009D“”¦¢\u0093\u0094]|Ã[\u0080-\u00BF©¨ª¼¶¤Ÿ]|Â[ \u00A0·°§]|ï»¿|\uFFFD/u;
const FULL_WIDTH: Record<string, string> = {
  '：': ':',
  '（': '(',
  '）': ')',
  '，': ',',
  '；': ';',
  '？': '?',
  '！': '!',
  '．': '.',
  '％': '%',
  '｜': '|',
  '－': '-',
  '＃': '#',
  '＊': '*',
};
/** Where a full-width mark's own width stood for a space: before a bracket, and behind what ends a clause. */
const CLOSE = /(?<=[\p{L}\p{N}])(?=（)|(?<=[：），；？！．])(?=[^\s\p{Pe}\p{Po}])/gu;

/** Spaces of every kind become plain ones, invisible and control characters go, full-width marks become narrow ones; damage is flagged. */
export const characters: Repair = {
  name: 'characters',
  mend: (lines, notes) =>
    lines.map((line): Line => {
      if (MOJIBAKE.test(line.text)) notes.note('mojibake', (MOJIBAKE.exec(line.text)?.[0] ?? '').trim(), line.from);
      if (BIDIRECTIONAL.test(line.text))
        notes.note('control-character', 'a mark that changes the direction of writing', line.from);
      else if (CONTROL.test(line.text)) notes.note('control-character', 'a control character', line.from);
      CONTROL.lastIndex = 0;
      const text = line.text
        .replace(INDENTED, (tabs) => tabs.replaceAll('\t', '    '))
        .replace(SPACES, ' ')
        .replace(CONTROL, '')
        .replace(INVISIBLE, '')
        .replace(CLOSE, ' ')
        .replace(/[：（），；？！．％｜－＃＊]/g, (mark) => FULL_WIDTH[mark] ?? mark)
        .trimEnd();
      return { ...line, text };
    }),
};

/** Marks that other programs use for a bullet become Markdown's; `1)` and `(a)` count as list marks. */
const BULLET =
  /^(\s*)(?:[•‣⁃◦∙●○▪▫■□–—·»➢➤►▶➔→✦✧❖◆◇⁌⁍]|\p{Extended_Pictographic}\uFE0F?(?:[\u{1F3FB}-\u{1F3FF}])?|[☐☑☒✓✔✗✘✕✖])\uFE0F?\s+(?=\S)/u;
const BOX = /^(\s*)(?:[-*+]\s+)?(?:(☐|□|❏|❑|▢|\[\s?\])|(☑|☒|✅?☑|\[[xX✓]\]))\s+(?=\S)/u;
const LETTERED = /^(\s*)\(?(?:[a-h]|i{1,3}|iv|vi{0,3})[.)]\s+(?=\S)/;
const POLARITY = /^[✅❌✔✗✘✕✖✓👍👎🚫⛔🟢🔴🚩⚠]/u;

/** "S2. Tell us …" and "x Giving an opinion" open entries where lines next to them do the same. */
const CODED = /^(\s*)(?:[A-Z]\d{1,2}[.)]|[xX])\s+(?=[\p{L}“"])/u;
function isCoded(lines: readonly Line[], i: number): boolean {
  const near = lines.slice(Math.max(0, i - 6), i + 7);
  if (/^\s*[QA]\d/.test(lines[i]?.text ?? '') && near.some(({ text }) => /^\s*Q\d{1,2}[.)]\s/.test(text))) return false;
  return near.filter(({ text }) => /^\s*(?:[A-PR-Z]\d{1,2}[.)]|[xX])\s+\S/.test(text)).length >= 2;
}

const CAPITAL = /^(\s*)\(?[A-H][.)]\s+(?=\S)/;

/** "B. …" counts where "A. …" stands a few lines above it, or "C. …" below. */
function isLettered(lines: readonly Line[], i: number): boolean {
  const letterOf = (text: string) => /^\s*\(?([A-H])[.)]\s+\S/.exec(text)?.[1]?.charCodeAt(0) ?? 0;
  const own = letterOf(lines[i]?.text ?? '');
  return own > 0 && lines.slice(Math.max(0, i - 5), i + 6).some(({ text }) => Math.abs(letterOf(text) - own) === 1);
}

/** "#3 “Describe a customer …”" counts where "#2" stands some lines above it, or "#4" below. */
const HASHED = /^(\s*)#(\d{1,4})[.):]?\s+(?=["“\p{Lu}])/u;
const NEAR = 12;
const hasNext = (lines: readonly Line[], i: number, number: number): boolean =>
  lines
    .slice(Math.max(0, i - NEAR), i + NEAR + 1)
    .some(({ text }) => Math.abs(Number(HASHED.exec(text)?.[2] ?? Number.NaN) - number) === 1);

/** The next line with words, no further than a few lines below. */
const writtenBelow = (lines: readonly Line[], i: number): Line | undefined =>
  lines.slice(i + 1, i + 6).find(({ text }) => text.trim() !== '');

/** Whether no line right below has a mark too. */
const isAlone = (lines: readonly Line[], i: number): boolean => !BULLET.test(writtenBelow(lines, i)?.text ?? '');

/** "✔ Green flags" over lines without a mark: it names them. */
function headsPlain(lines: readonly Line[], i: number, rest: string): boolean {
  if (rest.length > 40 || rest.split(' ').length > 4) return false;
  const below = writtenBelow(lines, i);
  return (
    (roleOfHeading(rest)?.score ?? 0) >= 2 && below !== undefined && isPlain(below.text) && !BULLET.test(below.text)
  );
}

export const bullets: Repair = {
  name: 'bullets',
  mend: (lines) => {
    const first = lines.findIndex(({ text }) => text.trim() !== '');
    return rewrite(lines, (line, i) => {
      const box = BOX.exec(line.text);
      if (box) return [{ ...line, text: `${box[1]}- [${box[3] ? 'x' : ' '}] ${line.text.slice(box[0].length)}` }];
      const bullet = BULLET.exec(line.text);
      if (bullet) {
        const rest = line.text.slice(bullet[0].length);
        if (/\p{Lu}{3}/u.test(rest) && !/\p{Ll}/u.test(rest) && /\p{Extended_Pictographic}/u.test(bullet[0]))
          return [{ ...line, text: rest.replace(/\s*\p{Extended_Pictographic}\uFE0F?\s*$/u, '') }];
        if (i === first && /\p{Extended_Pictographic}/u.test(bullet[0]) && isAlone(lines, i))
          return [{ ...line, text: `# ${rest}` }];
        const mark = POLARITY.exec(line.text.trimStart());
        if (mark && headsPlain(lines, i, rest)) return [{ ...line, text: `## ${mark[0]} ${rest.replace(/:$/, '')}` }];
        return [{ ...line, text: `${bullet[1]}- ${mark ? `${mark[0]} ` : ''}${rest}` }];
      }
      const coded = CODED.exec(line.text);
      if (coded && isCoded(lines, i)) return [{ ...line, text: `${coded[1]}- ${line.text.slice(coded[0].length)}` }];
      const toggle = /^(\s*[-*+]\s+)[▸▶►▾▼⏵‣]\s+(?=\S)/u.exec(line.text);
      if (toggle) return [{ ...line, text: `${toggle[1]}${line.text.slice(toggle[0].length)}` }];
      const keycap = /^(\s*)(\d{1,2})\uFE0F?\u20E3\s*(?=\S)/u.exec(line.text);
      if (keycap) return [{ ...line, text: `${keycap[1]}${keycap[2]}. ${line.text.slice(keycap[0].length)}` }];
      const chapter = /^(\s*)\d{1,2}:\d{2}(?::\d{2})?\s+(?=["“\p{Lu}])/u.exec(line.text);
      if (chapter) return [{ ...line, text: `${chapter[1]}- ${line.text.slice(chapter[0].length)}` }];
      const lettered = LETTERED.exec(line.text) ?? (isLettered(lines, i) ? CAPITAL.exec(line.text) : undefined);
      if (lettered) return [{ ...line, text: `${lettered[1]}- ${line.text.slice(lettered[0].length)}` }];
      const hashed = HASHED.exec(line.text);
      if (hashed && hasNext(lines, i, Number(hashed[2])))
        return [{ ...line, text: `${hashed[1]}${hashed[2]}. ${line.text.slice(hashed[0].length)}` }];
      const parenthesised = /^(\s*)\((\d{1,2})\)\s+(?=\S)/.exec(line.text);
      if (parenthesised)
        return [
          { ...line, text: `${parenthesised[1]}${parenthesised[2]}. ${line.text.slice(parenthesised[0].length)}` },
        ];
      return undefined;
    });
  },
};
