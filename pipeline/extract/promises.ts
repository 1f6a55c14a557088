import type { VFile } from 'vfile';
import { walkBlocks } from '../outline/block.ts';
import { diagnose } from '../rules.ts';
import { columnIs } from '../vocabulary/vocabulary.ts';
import type { AnyDraft } from './draft.ts';
import type { Page, Place } from './page.ts';

/** A word that may stand between a count and what it counts: none that starts another phrase ("3 weeks of interview questions"). */
const BETWEEN = String.raw`(?:(?!(?:of|for|in|to|from|with|about|before|by|and|or|weeks?|days?|minutes?|hours?|years?)\b)\p{L}+[ -])`;
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const COUNTED: [RegExp, AnyDraft['kind'][]][] = [
  [
    /(?:interview |practice |behaviou?ral |common |sample |hard(?:est)? |ml |top |tough )*(?:questions|prompts)\b/i,
    ['question'],
  ],
  [/(?:model |sample |worked )*answers\b/i, ['question', 'worked-example']],
  [/(?:common )?(?:mistakes|pitfalls|red flags|traps)\b/i, ['pitfall']],
  [/(?:worked )?(?:examples|stories)\b/i, ['worked-example']],
];

/** Says where a page does not keep what it promises: a heading's count of entries, and weights that should add up to 100 %. */
export function checkPromises(page: Page, file: VFile): void {
  for (const place of page.places) {
    const promise = promised(place.heading);
    if (promise && place.section.heading) {
      const held = promise.kinds.map(
        (kind) => page.drafts.filter((draft) => draft.kind === kind && isWithin(draft.place, place)).length,
      );
      const most = Math.max(...held);
      if (most > 0 && !held.includes(promise.count))
        diagnose(file, 'count-mismatch', `"${place.heading}" holds ${most}`, { line: place.section.heading.startLine });
    }
    weights(place, file);
  }
}

/** "10 Model Answers …", "Five prompts": the number at the front of a heading, or behind its first words. */
function promised(heading: string): { count: number; kinds: AnyDraft['kind'][] } | undefined {
  const found = new RegExp(
    `(?:^|[\\s:(])(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s+(${BETWEEN}{0,4}\\p{L}+)`,
    'iu',
  ).exec(heading);
  if (!found?.[1] || !found[2]) return undefined;
  const count = /^\d/.test(found[1]) ? Number(found[1]) : NUMBERS.indexOf(found[1].toLowerCase()) + 2;
  const kinds = COUNTED.find(([words]) =>
    new RegExp(`^${BETWEEN}{0,4}?(?:${words.source})`, 'iu').test(found[2] as string),
  )?.[1];
  return kinds && count > 1 ? { count, kinds } : undefined;
}

function isWithin(place: Place, outer: Place): boolean {
  for (let at: Place | undefined = place; at; at = at.parent) if (at === outer) return true;
  return false;
}

function weights(place: Place, file: VFile): void {
  for (const block of walkBlocks(place.section.blocks)) {
    if (block.type !== 'table') continue;
    const at = block.header.cells.findIndex((cell) => columnIs('weight', cell));
    const shares = block.rows
      .filter(({ cells }) => !/^(?:total|sum)\b/i.test(cells[0] ?? ''))
      .map(({ cells }) => Number.parseFloat((cells[at] ?? '').replace(',', '.')));
    if (at < 1 || shares.length < 2 || !block.rows.every(({ cells }) => /%\s*$/.test(cells[at] ?? ''))) continue;
    const sum = shares.reduce((all, share) => all + share, 0);
    if (Math.abs(sum - 100) > 0.5)
      diagnose(file, 'weight-sum', `weights that add up to ${sum} %`, { line: block.header.startLine });
  }
}
