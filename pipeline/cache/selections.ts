import { setImmediate as aMoment } from 'node:timers/promises';
import type { Catalogue } from '../catalogue.ts';
import { grouped } from '../grouped.ts';
import type { Kind } from '../model/item.ts';
import type { Ladders } from '../model/ladders.ts';
import type { Pack, PackDigest, PackRequest } from '../model/pack.ts';
import type { Addressed } from '../select/audience.ts';
import { askedAudiences, idsOf, type Stock, stock } from '../select.ts';
import { contentHashes } from './copy-key.ts';
import type { Entries } from './entries.ts';
import { hashOf } from './hash.mjs';
import type { Inputs } from './inputs.ts';
import type { KeptReading } from './kept-reading.ts';

/** What a company's audiences got, and what that hung on besides the readings that speak of the company or of none. */
export interface Selected {
  packs: PackDigest[];
  /** The kinds of which items of other companies were looked at, and a hash over all items of these kinds. */
  borrowed: Kind[];
  others: string;
}

/** The packs of a build. */
export interface Selection {
  packs: PackDigest[];
  /** The whole pack: chosen again where only its digest was kept. */
  open(pack: PackDigest): Pack;
  /** The keys under which it is kept. */
  keys: string[];
}

/** What packs are chosen from, and for whom. */
export interface SelectOptions {
  readings: KeptReading[];
  catalogue: Catalogue;
  ladders: Ladders;
  request: PackRequest;
  inputs: Inputs;
  known: Entries<Selected>;
}

/** A company's audiences, and the key of what they get: it hangs on the readings that speak of the company or of none. */
interface Group {
  company: string;
  audiences: Addressed[];
  key: string;
  kept: Selected | undefined;
}

/** Chooses every pack that is asked for; anew only for companies of which something has changed. */
export async function select(options: SelectOptions): Promise<Selection> {
  const { readings, known } = options;
  const hashesOf = (kind: Kind) => readings.flatMap(({ digest }) => digest.kinds[kind] ?? []);
  const others = (kinds: Kind[]) => hashOf(kinds.map(hashesOf));
  const isStale = ({ kept }: Group) => kept === undefined || kept.others !== others(kept.borrowed);
  const groups = groupsOf(options);
  const stale = groups.filter(isStale);
  const opened = new Map<string, Pack>();
  const contentOf = contentHashes();
  const { choose } = growingStock(options, stale);
  for (const group of stale) {
    const packs: PackDigest[] = [];
    const borrowed = new Set<Kind>();
    for (const audience of group.audiences) {
      const chosen = choose(audience);
      for (const kind of chosen.borrowed) borrowed.add(kind);
      for (const pack of chosen.packs) {
        opened.set(pack.path, pack);
        packs.push(digestPack(pack, contentOf));
      }
      // The browser that starts meanwhile has its answers.
      await aMoment();
    }
    const kinds = [...borrowed].sort();
    group.kept = { packs, borrowed: kinds, others: others(kinds) };
    await known.put(group.key, group.kept);
  }
  const open = (digest: PackDigest): Pack => {
    if (!opened.has(digest.path)) {
      const own = groups.filter(({ company }) => company === digest.audience.company);
      const { choose: chooseAgain } = growingStock(options, own);
      const audiences = own.flatMap((group) => group.audiences);
      for (const pack of audiences.flatMap((audience) => chooseAgain(audience).packs)) opened.set(pack.path, pack);
    }
    const pack = opened.get(digest.path);
    if (!pack) throw new Error(`${digest.path} is chosen for nobody`);
    return pack;
  };
  return { packs: groups.flatMap(({ kept }) => kept?.packs ?? []), open, keys: groups.map(({ key }) => key) };
}

function groupsOf({ readings, catalogue, ladders, request, inputs, known }: SelectOptions): Group[] {
  const { program, templates, unicode } = inputs;
  const base = [program, templates, unicode, inputs.ladders, request.kinds];
  const audiences = askedAudiences(catalogue.addressees, ladders, request);
  return [...grouped(audiences, ({ company }) => company)].map(([company, own]) => {
    const hashes = readings.filter(speaksOf(new Set([company]))).map(({ hash }) => hash);
    const key = hashOf([base, own, hashes]);
    return { company, audiences: own, key, kept: known.get(key) };
  });
}

export function digestPack(pack: Pack, contentOf: (pack: Pack) => string): PackDigest {
  const { sections, ...rest } = pack;
  return { ...rest, items: idsOf(Object.values(sections).flat()), content: contentOf(pack) };
}

/** Whether a reading has items that speak of one of the companies, or of none. */
const speaksOf =
  (companies: ReadonlySet<string>) =>
  ({ digest }: KeptReading): boolean =>
    digest.addressees.some((one) => one.companies.length === 0 || one.companies.some((name) => companies.has(name)));

/**
 * A stock of what can stand in the packs of some companies: what speaks of them or of none, and of other companies the kinds that are
 * borrowed. It grows where one looks for another kind.
 */
function growingStock({ readings, ladders, request }: SelectOptions, groups: Group[]): Stock {
  const speaks = speaksOf(new Set(groups.map(({ company }) => company)));
  const [own, others] = [readings.filter(speaks), readings.filter((reading) => !speaks(reading))];
  const kinds = new Set(groups.flatMap(({ kept }) => kept?.borrowed ?? []));
  const make = () => {
    const lent = others.filter(({ digest }) => [...kinds].some((kind) => digest.kinds[kind] !== undefined));
    const items = [
      ...own.flatMap((reading) => reading.items),
      ...lent.flatMap((reading) => reading.items.filter(({ kind }) => kinds.has(kind))),
    ];
    return stock({ schemaVersion: 1, sources: readings.map(({ source }) => source), items }, ladders, request);
  };
  let made: Stock | undefined;
  return {
    choose: (audience) => {
      for (;;) {
        made ??= make();
        const chosen = made.choose(audience);
        const lacking = [...chosen.borrowed].filter((kind) => !kinds.has(kind));
        if (others.length === 0 || lacking.length === 0) return chosen;
        for (const kind of lacking) kinds.add(kind);
        made = undefined;
      }
    },
  };
}
