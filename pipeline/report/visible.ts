/**
 * Text from a source as a terminal may show it: what would move the cursor, change colours, turn the direction of writing or not be
 * seen at all stands there as a sign of its own. Keeps the number of characters.
 */
export function visible(text: string): string {
  return text.replaceAll(HIDDEN, (hidden) => {
    const code = hidden.charCodeAt(0);
    if (code === 9) return ' ';
    return code < 32 ? String.fromCharCode(0x2400 + code) : '\ufffd'.repeat(hidden.length);
  });
}

/** Control characters, format characters (marks of direction, zero-width ones), halves of surrogate pairs, line separators. */
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/gu;

/** How many columns of a terminal the text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60])/u;
