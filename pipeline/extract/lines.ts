import type { Entry, Paragraph } from '../outline/block.ts';
import { isQuoted } from '../outline/prompt.ts';
import { isCommand } from './kinds/prompt-list.ts';
import type { Place } from './page.ts';
import { isChain, shapeOf } from './shape.ts';

/** "“Why was nobody else able to renew it?” Say that …": a question in quotes, and what is said to it. */
const QUOTES_FIRST = /^["“]([^"“”]{8,200}\?)["”]\s+(?!.*\b(?:I|my|we)\b)\S/s;

/** The lines of a section that stand for a list: its entries, else paragraphs that are alike. */
export function entriesOf(place: Place): (Entry | Paragraph)[] {
  const entries = place.section.blocks.flatMap((block) => (block.type === 'list' ? block.entries : []));
  if (entries.length > 0) return entries;
  const paragraphs = place.section.blocks.filter((block): block is Paragraph => block.type === 'paragraph');
  const asked = paragraphs.filter(({ text }) => /^Q\d*[.:)]\s/.test(text));
  if (asked.length >= 2) return asked;
  const quoted = paragraphs.flatMap((block) => {
    const [, text] = QUOTES_FIRST.exec(block.text) ?? [];
    return text === undefined ? [] : [{ ...block, text }];
  });
  if (quoted.length >= 2 && quoted.length === paragraphs.length) return quoted;
  const alike = paragraphs.filter(
    ({ lead }) => lead && paragraphs.some((other) => other.lead?.text === lead.text && other.lead !== lead),
  );
  if (alike.length >= 2) return alike;
  const chains = paragraphs.filter(isChain);
  if (chains.length > 0) return chains;
  const lines = paragraphs.filter(({ text }) => !/:$/.test(text));
  const isTornList = lines.length >= 2 && lines.every(({ text }) => text.length < 140);
  return isTornList ? lines : paragraphs.filter(({ lead }) => lead?.style === 'strong');
}

/** The entries of the sections right below a heading that has no text of its own, where no section says what it holds. */
export function entriesBelow({ children, section }: Place): (Entry | Paragraph)[] {
  const isBare = section.blocks.every(({ type }) => type === 'divider');
  const areOpen = children.every((child) => !child.role && !child.asks && !child.beat && child.part === undefined);
  return isBare && areOpen && children.length <= 3 ? children.flatMap(entriesOf) : [];
}

/** A list below what was told in which all ask further, and nothing opens as the question of an interview does. */
export function probes(entries: readonly (Entry | Paragraph)[]): boolean {
  const { asks, asksOneself, ofCompany, ofThem } = shapeOf(entries);
  const opens = entries.some(({ text }) => isCommand(text) || isQuoted(text));
  return entries.length >= 2 && asks >= 0.9 && asksOneself < 0.4 && ofCompany < 0.5 && ofThem < 0.5 && !opens;
}
