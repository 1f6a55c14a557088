import { isPlaceholder } from '../mend/flags.ts';
import type { Block, Paragraph } from '../outline/block.ts';
import { isQuoted, promptStrength } from '../outline/prompt.ts';
import { metadataOf } from '../vocabulary/vocabulary.ts';
import { spanning, wholeSpan, wordsOf } from './draft.ts';
import { isInfobox, subjectScope } from './header.ts';
import { dividedLine, headedValue, labelledIn } from './metadata.ts';
import { type Page, type Place, untaken } from './page.ts';
import { take } from './take.ts';

const linesOf = ({ startLine, endLine }: { startLine: number; endLine: number }): number[] =>
  Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i);

/** Takes header lines as metadata, and sections of chrome and of questions that a page answers for its reader as boilerplate. */
export function claimFrame(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq') {
      const blocks = place.section.blocks.filter((block) => block.type !== 'divider');
      const framed = blocks.filter((block) => place.role === 'chrome' || !quotesPrompt(block));
      for (const block of framed)
        for (const line of linesOf(wholeSpan(block)))
          page.boilerplate.push({ line, rule: place.role === 'faq' ? 'reader-questions' : 'page-chrome' });
      take(page, ...framed);
      continue;
    }
    headerLines(page, place);
  }
  siteName(page);
}

/** What a page of reader's questions quotes as asked of candidates is content all the same. */
const quotesPrompt = (block: Block): boolean =>
  block.type === 'quote' &&
  block.blocks.some((inner) => inner.type === 'paragraph' && isQuoted(inner.text) && promptStrength(inner.text) === 3);

function headerLines(page: Page, place: Place): void {
  if (headedValue(place.scope, place.section))
    for (const block of place.section.blocks)
      if (block.type === 'paragraph') claim(page, block, place.heading.toLowerCase());
  for (const block of untaken(page, place)) {
    if (block.type === 'table' && isInfobox(block)) claim(page, block, 'infobox');
    if (block.type === 'paragraph' && subjectScope(place.scope, block.text)) claim(page, block, 'subject');
    if ((block.type !== 'paragraph' && block.type !== 'entry') || page.taken.has(block)) continue;
    if (
      block.type === 'entry' &&
      (block.blocks.length > 0 || place.role === 'constraint' || place.role === 'checklist-item')
    )
      continue;
    const labelled = labelledIn(block);
    const isDate = labelled[0]?.label === 'date';
    const isLate = place.section.blocks.indexOf(block as never) > 12;
    if (
      labelled.length > 0 &&
      (block.type === 'paragraph' || labelled.every(({ value }) => value.length < 60)) &&
      !(isLate && !isDate && labelled[0]?.label !== 'summary')
    )
      claim(page, block, labelled[0]?.label === 'date' ? 'last-updated' : asRule(block.text));
    else if (block.type === 'paragraph' && dividedLine(place.scope, block)) claim(page, block, 'scope-line');
  }
}

const asRule = (text: string): string => {
  const label = text.split(':')[0] ?? '';
  return metadataOf(label) === 'summary' ? 'quick-answer' : label.toLowerCase().trim().replace(/\s+/g, '-');
};

function claim(page: Page, block: Parameters<typeof wholeSpan>[0], rule: string): void {
  take(page, block);
  for (const line of linesOf(block)) page.metadata.push({ line, rule });
}

/** Paragraphs that no recogniser took and that stand before the first item of their section introduce it; so does a section that says so. */
export function claimIntroductions(page: Page): void {
  const first = new Map<Place, number>();
  for (const { place, span } of page.drafts)
    if (span.startLine !== place.section.heading?.startLine)
      first.set(place, Math.min(first.get(place) ?? Number.POSITIVE_INFINITY, span.startLine));
  for (const place of page.places)
    for (const block of untaken(page, place)) {
      if (block.type !== 'paragraph' && block.type !== 'entry') continue;
      if (isPlaceholder(block.text))
        for (const line of linesOf(block)) page.boilerplate.push({ line, rule: 'placeholder' });
      const introduces = place.role === 'overview' || block.startLine < (first.get(place) ?? Number.POSITIVE_INFINITY);
      if (block.type === 'paragraph' && introduces && !asksOrWaits(place, block) && block.text.split(' ').length > 3)
        claim(page, block, 'introduction');
    }
}

/** A paragraph that may be what was asked or answered, or that is still to be written, introduces nothing. */
const asksOrWaits = (place: Place, { text }: Paragraph): boolean =>
  (place.asks && place.question !== undefined) ||
  isPlaceholder(text) ||
  (text.length < 200 && promptStrength(text) === 3 && /\?["”]?$|^["“]?(?:tell|describe|walk|give|share)\b/i.test(text));

/** Whether what a reader clicks stands between two lines. */
const isFramed = (page: Page, above: number, below: number): boolean =>
  page.boilerplate.some(({ line, rule }) => line > above && line < below && /^(?:page-chrome|pagination)$/.test(rule));

/** A short last line that no sentence ends is the site's own name. */
function siteName(page: Page): void {
  const all = page.places.flatMap((place) =>
    place.section.blocks.filter((block) => block.type !== 'divider').map((block) => ({ place, block })),
  );
  const last = all.sort((a, b) => a.block.startLine - b.block.startLine).at(-1);
  const before = all.at(-2);
  if (
    !last ||
    !before ||
    last.block.type !== 'paragraph' ||
    page.taken.has(last.block) ||
    (before.block.type === 'paragraph' &&
      !(
        isFramed(page, before.block.endLine, last.block.startLine) &&
        /^\p{Lu}\S*(?: \p{Lu}\S*){0,3}$/u.test(wordsOf(last.block))
      ))
  )
    return;
  const words = wordsOf(last.block);
  if (words.split(' ').length > 5 || /[.!?:]$/.test(words) || last.block.lead) return;
  take(page, last.block);
  for (const line of linesOf(spanning([last.block]))) page.boilerplate.push({ line, rule: 'site-name' });
}
