import type { Entry } from '../../pipeline/model/pack.ts';
import { nearness } from './order.ts';

const labelOf = ({ item }: Entry): string | undefined =>
  'label' in item ? item.label?.toLowerCase().replace(/\W+$/u, '') : undefined;

/** Of lines that have one name, as "Scope", the nearest alone: what a neighbouring level says under it is not the audience's. */
export function nearestByLabel(ranked: Entry[]): Entry[] {
  const nearest = new Map<string, number>();
  for (const entry of ranked) {
    const label = labelOf(entry);
    if (label !== undefined) nearest.set(label, Math.min(nearness(entry), nearest.get(label) ?? nearness(entry)));
  }
  return ranked.filter((entry) => nearness(entry) === (nearest.get(labelOf(entry) ?? '') ?? nearness(entry)));
}
