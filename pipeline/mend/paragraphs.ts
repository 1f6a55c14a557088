import { beatOf, isOtherBeat, labelOf, metadataOf } from '../vocabulary/vocabulary.ts';
import { endsSentence, fenced, isBlank, isHeading, isListItem, isPlain, isQuote, isTableRow } from './line.ts';
import { areLabelled } from './neighbours.ts';
import type { Repair } from './repair.ts';
import { isHardWrapped } from './wrapping.ts';

/** Puts a blank line wherever one line does not continue the one above: scraped pages hold one paragraph a line. */
export const paragraphs: Repair = {
  name: 'paragraphs',
  mend(lines) {
    const wrapped = isHardWrapped(lines);
    const width = Math.max(
      40,
      ...(wrapped ? lines.filter(({ text }) => isPlain(text)).map(({ text }) => text.length) : []),
    );
    const inside = fenced(lines);
    return lines.flatMap((line, i) => {
      const above = lines[i - 1];
      if (!above || isBlank(above.text) || isBlank(line.text) || inside[i] || inside[i - 1] || line.box || above.box)
        return [line];
      if (isQuote(above.text) && isQuote(line.text)) {
        const inner = (text: string) => text.replace(/^\s{0,3}>\s?/, '');
        const parts =
          !isBlank(inner(above.text)) &&
          !isBlank(inner(line.text)) &&
          divides(inner(above.text), inner(line.text), wrapped, width);
        return parts ? [{ text: '>', from: line.from, to: line.from }, line] : [line];
      }
      return divides(above.text, line.text, wrapped, width)
        ? [{ text: '', from: line.from, to: line.from }, line]
        : [line];
    });
  },
};

function divides(above: string, text: string, wrapped: boolean, width: number): boolean {
  if (isHeading(above) || isHeading(text)) return true;
  if (isTableRow(text) !== isTableRow(above)) return true;
  if (isQuote(text) !== isQuote(above)) return true;
  if (isListItem(text)) return isPlain(above) && (/^\s*\d/.test(text) || (!/^\s/.test(text) && !/^\s{2,}/.test(above)));
  if (!isPlain(text)) return isPlain(above);
  if (opensLabel(text) || isHeaderLine(above) || (LEADER.test(above) && LEADER.test(text))) return true;
  if (BOLD_LABEL.test(text) && (endsSentence(above) || BOLD_LABEL.test(above))) return true;
  const isWhole = (!wrapped || above.length < width * 0.7) && !STOPS_SHORT.test(above);
  if (isWhole && LABELLED.test(above) && LABELLED.test(text)) return true;
  if (isListItem(above) && /^\s{2,}/.test(text)) return false;
  if (wrapped) return endsSentence(above) && above.length < width * 0.6 && /^[\p{Lu}"“\d*]/u.test(text);
  return endsSentence(above) || !/^[\p{Ll}(]/u.test(text);
}

/** "Data and labels ....... 7 min": dots lead from a name to its time. */
const LEADER = /^\s*\p{L}[^.]{1,60}\s?\.{3,}\s*\d/u;

/** "Difficulty: hard      Category: ML": labels with their values, and a wide gap between them. */
const isHeaderLine = (text: string): boolean => / {3,}/.test(text) && areLabelled(text.split(/ {3,}/));

/** "**Length** – 45 minutes": a label in bold opens a paragraph. */
const BOLD_LABEL = /^\s*\*\*\p{Lu}[^*]{1,60}(?:\*\*\s?[:–—-]|[:.–—]\*\*)\s/u;
/** What goes on in the next line. */
const STOPS_SHORT = /(?:,|\s(?:and|or|the|an?|at|of|in|on|to|for|with|by|from|as|that|which|who|whom))$/i;
/** "Ambiguity: …" below "Conflict: …": lines that open with a name each. */
const LABELLED = /^\s*\p{Lu}[\p{L}' -]{1,30}:\s+\S/u;

/** "Situation: …", "Q: …", "Company: …": a known label opens a paragraph wherever it stands. */
const opensLabel = (text: string): boolean => {
  const label = /^\s*[*_]{0,2}([\p{L}][\p{L}\p{N} '’/&#-]{0,40}?)[*_]{0,2}\s?[:.)]/u.exec(text)?.[1];
  if (!label) return false;
  const colon = new RegExp(`^\\s*[*_]{0,2}${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[*_]{0,2}\\s?:`, 'u').test(
    text,
  );
  return colon
    ? Boolean(metadataOf(label) ?? labelOf(label) ?? beatOf(label)) || isOtherBeat(label)
    : /^[qQaAfFpP]\d*$/.test(label);
};
