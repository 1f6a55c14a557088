import { roleOfHeading } from '../vocabulary/vocabulary.ts';
import { endsSentence, isListItem, isPlain, type Line } from './line.ts';

const RELATED = /^(?:related|recommended|more|popular|recent) (?:articles|posts|reading|stories)$/i;
/** The most characters of a link's line. */
const LINK = 100;

/**
 * For each line whether it only links: three or more short lines in a row that come again below, in the same order and with text
 * between them, are a table of contents; so are short lines right below "Related articles" the titles of other pages.
 */
export function linksIn(lines: readonly Line[]): boolean[] {
  const last = new Map(lines.map(({ text }, i) => [text.trim().toLowerCase(), i]));
  const again = lines.map(({ text }, i) => {
    const at = isPlain(text) && text.length < LINK ? (last.get(text.trim().toLowerCase()) ?? i) : i;
    return at > i ? at : -1;
  });
  const linked = lines.map(() => false);
  let inRow = 0;
  for (const i of lines.keys()) {
    const [before = -1, at = -1] = [again[i - 1], again[i]];
    inRow = at < 0 ? 0 : before >= 0 && at > before + 1 ? inRow + 1 : 1;
    if (inRow >= 3) linked.fill(true, i - 2, i + 1);
  }
  for (let i = 1, below = false; i < lines.length; i++) {
    below = (below || RELATED.test((lines[i - 1] as Line).text.trim())) && isTitle(lines, i);
    if (below) linked[i] = true;
  }
  return linked;
}

/** A short line that no sentence ends and that nothing longer and no list stands below. */
function isTitle(lines: readonly Line[], i: number): boolean {
  const [text, next] = [(lines[i] as Line).text, lines[i + 1]?.text ?? ''];
  return (
    isPlain(text) &&
    text.length < LINK &&
    !endsSentence(text.replace(/\?$/, '')) &&
    next.length < LINK &&
    !isListItem(next) &&
    roleOfHeading(text)?.role !== 'chrome'
  );
}
