import type { Item } from '../../pipeline/model/item.ts';
import type { Entry, Pack } from '../../pipeline/model/pack.ts';
import { capital, spoken } from '../../pipeline/render/wording.ts';

/** What a page has to show of an item, each sentence whole. */
function sentencesOf(item: Item, kind: string): string[] {
  const text = item.text.replace(/^(?:\p{Extended_Pictographic}\uFE0F?|[✓✔✗✘])\s+/u, '');
  switch (item.kind) {
    case 'question':
      return kind === 'story-worksheet' || !item.evaluates ? [text] : [text, item.evaluates];
    case 'follow-up':
      return [afterPlace(text), item.answer ?? ''];
    case 'level-bar':
      return [item.dimension, item.below ?? '', item.at];
    case 'time-budget':
      return [item.beat, item.include ?? ''];
    case 'company-focus':
      return item.framework ? [item.framework, item.prepare ?? ''] : [text];
    case 'worked-example':
      return item.beats.length > 0 ? item.beats.map((beat) => beat.text) : [text];
    case 'answer-outline':
      return item.steps.flatMap((step) => [capital(step.name), step.text ?? '']);
    case 'pitfall':
      return item.weak && item.strong
        ? [spoken(item.weak), spoken(item.strong)]
        : [text.replace(/^(?:\p{L}+|red flag|common mistake):\s+/iu, '')];
    default:
      return [text];
  }
}

/** A probe without "In Part 2, ", and without its first letter, which then becomes a capital one: sheets count their own questions. */
function afterPlace(text: string): string {
  const place = /^(?:(?:In|On|For) (?:part|question) \d+|In \d+)[,:] ./i.exec(text)?.[0];
  return place === undefined ? text : text.slice(place.length);
}

/** Every printed item's sentences, without white space, which lines break as they like. */
export function sentences(pack: Pack, leftOut: string[]): string[] {
  const gone = new Set(leftOut);
  const own = (entry: Entry) => [entry, ...entry.attached].filter(({ item }) => !gone.has(item.id));
  return Object.values(pack.sections)
    .flat()
    .flatMap(own)
    .flatMap(({ item }) => sentencesOf(item, pack.kind))
    .map(bare)
    .filter(Boolean);
}

export const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
