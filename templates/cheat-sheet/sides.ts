import type { ItemView } from '../../pipeline/render/view.ts';

/** The least and the most of a table's width that its left side has, in percent. */
const LEAST = 38;
const MOST = 50;

/** How wide the side of what not to say is: as much as its texts need of what both sides do. */
export function weakWidth(pairs: ItemView[]): number {
  const lengthOf = (texts: (string | undefined)[]) => texts.join(' ').length;
  const weak = lengthOf(pairs.flatMap(({ lead, fields }) => [lead, fields.weak?.text]));
  const strong = lengthOf(pairs.flatMap(({ mark, fields }) => [fields.strong?.text, mark]));
  return Math.round(Math.min(MOST, Math.max(LEAST, (100 * weak) / Math.max(1, weak + strong))));
}
