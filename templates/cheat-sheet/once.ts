import type { Entry } from '../../pipeline/model/pack.ts';
import { companiesOf, levelsOf } from '../../pipeline/select/nearness.ts';
import { inSourceOrder } from '../shared/order.ts';

/** The dimensions that a bar shows. */
const DIMENSIONS = 7;

const dimensionOf = ({ item }: Entry): string => (item.kind === 'level-bar' ? item.dimension.toLowerCase() : '');

/** The first dimensions, in their sources' order; those of one company and level alone where they are not the audience's. */
export function oneLevel(ranked: Entry[]): Entry[] {
  const [best] = ranked;
  const levelOf = ({ item, origin }: Entry) => `${origin} ${companiesOf(item).join()} ${levelsOf(item).join()}`;
  const isBorrowed = best?.origin === 'other-level' || best?.origin === 'other-company';
  const bars = ranked.filter((entry) => !isBorrowed || (best && levelOf(entry) === levelOf(best)));
  const once = new Map(bars.map((entry) => [dimensionOf(entry), entry] as const).reverse());
  return inSourceOrder(bars.filter((entry) => once.get(dimensionOf(entry)) === entry).slice(0, DIMENSIONS));
}

/** What a company weighs is said once: by its own document before one that lists several. */
export function onePerCompany(ranked: Entry[]): Entry[] {
  const companyOf = ({ item }: Entry) => (item.kind === 'company-focus' ? item.company : '');
  const isOwn = (entry: Entry) => entry.item.source.file.includes(companyOf(entry));
  const best = new Map([...ranked.filter(isOwn), ...ranked].reverse().map((entry) => [companyOf(entry), entry]));
  return inSourceOrder(ranked.filter((entry) => best.get(companyOf(entry)) === entry));
}
