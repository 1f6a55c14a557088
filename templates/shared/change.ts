import type { Item } from '../../pipeline/model/item.ts';

/** A heading over what is different at another level than the one that it stands with. */
const CHANGE = /\bchang\w+\b.*\b(?:levels?|bands?|above|here|from)\b|\b(?:above this|(?:at|for) the next) level\b/iu;
/** "From 62 to 64". A level has a figure. */
const BETWEEN = /\bfrom\s+(?<from>\S*\d\S*)\s+to\s+(?<to>[\p{L}\p{N}]*\d[\p{L}\p{N}]*)/iu;

const isSame = (name: string | undefined, level: string) => name?.toLowerCase() === level.toLowerCase();

/**
 * For whom a line holds that tells what changes between levels, as its heading and its label say it: for those at the
 * level of a pack, for the level above, or for neither.
 */
export function holdsFor(item: Item, level: string | null): 'here' | 'above' | 'elsewhere' {
  const heading = item.source.section.at(-1) ?? '';
  if (level === null || !CHANGE.test(heading)) return 'here';
  const label = ('label' in item && item.label) || '';
  const { from, to } = (BETWEEN.exec(label) ?? BETWEEN.exec(heading))?.groups ?? {};
  if (isSame(to, level)) return 'here';
  if (from === undefined) return /\b(?:above|next|here)\b/iu.test(heading) ? 'above' : 'elsewhere';
  return isSame(from, level) ? 'above' : 'elsewhere';
}
