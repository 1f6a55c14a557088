import type { Item } from '../../pipeline/model/item.ts';
import type { Entry, Sections } from '../../pipeline/model/pack.ts';
import type { ItemView } from '../../pipeline/render/view.ts';
import { inSourceOrder } from '../shared/order.ts';

const askedBy = (item: Item) => ('question' in item ? item.question : undefined);

const isOf = (id: string | undefined, { item, twins }: Entry) =>
  id !== undefined && (item.id === id || twins.some((twin) => twin.id === id));

/** The question among a sheet's that an item belongs to, as the sheet prints it. */
export function questionOf(item: Item, { questions = [] }: Sections, views: Record<string, ItemView[]>) {
  return views.questions?.[questions.findIndex((entry) => isOf(askedBy(item), entry))] ?? null;
}

/** Whether an item belongs to the question that the sheet's story answers. */
const isTold = (item: Item, { example = [], questions = [] }: Sections): boolean => {
  const [story] = example.map((entry) => askedBy(entry.item));
  const told = questions.find((entry) => isOf(story, entry));
  return askedBy(item) !== undefined && (askedBy(item) === story || (told !== undefined && isOf(askedBy(item), told)));
};

/** A probe of the story on the sheet says most; one of a question that is not on it asks about what nobody can read there. */
export function understood(item: Item, chosen: Sections): number {
  if (isTold(item, chosen)) return 2;
  const asked = askedBy(item);
  return asked === undefined || chosen.questions?.some((entry) => isOf(asked, entry)) ? 1 : 0;
}

/** In their sources' order, those of the story on the sheet first. */
export function toldFirst(ranked: Entry[], chosen: Sections): Entry[] {
  const told = ({ item }: Entry) => Number(isTold(item, chosen));
  return inSourceOrder(ranked).sort((a, b) => told(b) - told(a));
}
