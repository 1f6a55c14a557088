import type { Entry, Paragraph } from '../../outline/block.ts';
import { endsAsking, promptStrength } from '../../outline/prompt.ts';
import type { Label, Role } from '../../vocabulary/vocabulary.ts';
import { hasLabel, holdsPlaceholder } from '../../vocabulary/vocabulary.ts';
import { type Page, type Place, untaken } from '../page.ts';

export type Text = Entry | Paragraph;

/** The lines of every section of a role: entries first of all, and paragraphs where the section has no list or where they qualify. */
export function* textsOf(
  page: Page,
  role: Role,
  paragraphs: (block: Paragraph, place: Place) => boolean,
): Generator<{ place: Place; block: Text }> {
  for (const place of page.places) {
    if (place.role !== role || (place.beat && place.ownRole !== role)) continue;
    for (const block of untaken(page, place)) {
      if (block.type === 'entry' && block.text !== '' && !holdsPlaceholder(block.text)) yield { place, block };
      else if (block.type === 'paragraph' && paragraphs(block, place)) yield { place, block };
    }
  }
}

/** A list that lost its bullets: two or more short lines and nothing else. */
export function isSeries(place: Place): boolean {
  const { blocks } = place.section;
  const known = SERIES.get(place);
  if (known !== undefined) return known;
  const found =
    blocks.length >= 2 &&
    blocks.every((block) => block.type === 'paragraph' && block.text.length < 140 && !/[?:]$/.test(block.text));
  SERIES.set(place, found);
  return found;
}

/** Every line of a place asks it again. */
const SERIES = new WeakMap<Place, boolean>();

/** Lines that carry the label themselves ("Hint: …"), wherever they stand; the text is what follows the label. */
export function* labelled(
  page: Page,
  label: Label,
  besides: (place: Place) => boolean = () => true,
): Generator<{ place: Place; block: Text; rest: string; name: string }> {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq' || !besides(place)) continue;
    for (const block of untaken(page, place))
      if (
        (block.type === 'entry' || block.type === 'paragraph') &&
        block.lead &&
        block.lead.rest !== '' &&
        hasLabel(label, baseOf(block.lead.text))
      )
        yield { place, block, rest: block.lead.rest, name: block.lead.text };
  }
}

/** A label without its number and its qualifier: "Hint 2", "Hint (salvage)", "Hint, the price", "Hint — Count", "Hint for prompt 2". */
export const baseOf = (label: string): string =>
  label.split(/\s*[,(]|\s+[—–-]\s|\s+(?:for|to|on) (?:part|prompt|question)\b|\s*#?\d+$/)[0] ?? label;

/** The qualifier that a label carries behind its name. */
export const qualifierOf = (label: string): string | undefined =>
  /^[^,(—–-]+?\s*(?:,|\(|\s[—–-])\s*([^)]+)\)?$/.exec(label)?.[1]?.trim();

export const asksSomething = (block: Paragraph): boolean => endsAsking(block.text) || promptStrength(block.text) >= 2;
