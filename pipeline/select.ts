import type { PackKind } from '../templates/kind.ts';
import { PACK_KINDS } from '../templates/registry.ts';
import { sureOf } from './ladder.ts';
import type { Item, Kind } from './model/item.ts';
import type { Ladders } from './model/ladders.ts';
import type { Library } from './model/library.ts';
import type { Entry, LeftOut, Origin, Pack, PackRequest, PackSource, Picked, Sections } from './model/pack.ts';
import { remembered } from './remembered.ts';
import { type Addressee, addresseesOf } from './select/addressee.ts';
import { type Addressed, audiencesOf, isAsked } from './select/audience.ts';
import { push } from './select/lists.ts';
import { companiesOf, isOfOthers, levelsOf, originOf } from './select/nearness.ts';
import { type Candidates, pickSection, type Shelf } from './select/pick.ts';
import { byPlace } from './select/rank.ts';
import { findTwins } from './select/twins.ts';

/**
 * Chooses what goes into every pack that the library gives evidence for and the request asks for: each audience with
 * each kind, sections ranked and without near-duplicates. The same items give the same packs in whatever order they come.
 */
export function selectPacks(library: Library, ladders: Ladders, request: PackRequest = {}): Pack[] {
  const { choose } = stock(library, ladders, request);
  return askedAudiences(addresseesOf(library.items), ladders, request).flatMap((audience) => choose(audience).packs);
}

/** Everybody that there is evidence for and that a request asks for. */
export function askedAudiences(addressees: Addressee[], ladders: Ladders, request: PackRequest): Addressed[] {
  return audiencesOf(addressees, ladders).filter((audience) => isAsked(audience, request, ladders));
}

/** What an audience gets. */
export interface Chosen {
  packs: Pack[];
  /** Kinds of which items that speak of other companies were looked at, because a section had no others. */
  borrowed: ReadonlySet<Kind>;
}

/** What packs are chosen from, looked up once for all of them. */
export interface Stock {
  /** Chooses an audience's packs of every kind that is asked for, but those that would hold nothing. */
  choose(audience: Addressed): Chosen;
}

export function stock(library: Library, ladders: Ladders, request: PackRequest): Stock {
  const items = [...library.items].sort(byPlace);
  const kinds = Object.values(PACK_KINDS).filter(({ name }) => request.kinds?.includes(name) ?? true);
  const shelf = shelve(items);
  const addressed = byAddressee(items);
  const sources = new Map(library.sources.map((source) => [source.file, source]));
  return {
    choose: (audience) => {
      const borrowed = new Set<Kind>();
      const candidates = candidatesFor(audience, addressed, ladders, borrowed);
      const packs = kinds.map((kind): Pack => {
        const { sections, leftOut } = fill(kind, candidates, audience, shelf);
        const { folder, ...rest } = audience;
        const sure = audience.level === null ? null : sureOf(ladders, audience.company, audience.level);
        return {
          kind: kind.name,
          audience: rest,
          path: `${folder}/${kind.name}`,
          sure,
          sections,
          leftOut,
          sources: filesOf(sections).map((file) => packSource(file, sources.get(file))),
        };
      });
      return { packs: packs.filter((pack) => pack.sources.length > 0), borrowed };
    },
  };
}

/** The items of a library by whom they speak of: most of them speak of another company than an audience's. */
type ByAddressee = {
  ofCompany: ReadonlyMap<string, ByKind>;
  ofEverybody: ByKind;
  ofAnybody: ByKind;
  /** What an item says of whom it is for. Items that say the same are as near to any audience. */
  said: (item: Item) => string;
};
type ByKind = Map<Kind, Item[]>;

function byAddressee(items: Item[]): ByAddressee {
  const ofCompany = new Map<string, ByKind>();
  const ofEverybody: ByKind = new Map();
  const ofAnybody: ByKind = new Map();
  for (const item of items) {
    const companies = companiesOf(item);
    push(ofAnybody, item.kind, item);
    if (companies.length === 0) push(ofEverybody, item.kind, item);
    for (const company of new Set(companies)) {
      const own = ofCompany.get(company) ?? new Map();
      ofCompany.set(company, own);
      push(own, item.kind, item);
    }
  }
  const said = remembered((item: Item) =>
    JSON.stringify([companiesOf(item), levelsOf(item), item.scope.roles, item.scope.band]),
  );
  return { ofCompany, ofEverybody, ofAnybody, said };
}

function candidatesFor(audience: Addressed, all: ByAddressee, ladders: Ladders, borrowed: Set<Kind>): Candidates {
  const origins = new Map<string, Origin>();
  const of = (item: Item): Picked => {
    const said = all.said(item);
    const origin = origins.get(said) ?? originOf(item, audience, ladders);
    origins.set(said, origin);
    return { item, origin, twins: [] };
  };
  const own = all.ofCompany.get(audience.company);
  return {
    of,
    ofKind: remembered((kind: Kind) => [...(own?.get(kind) ?? []), ...(all.ofEverybody.get(kind) ?? [])].map(of)),
    // Asked for only where a section has nothing else: each audience would otherwise look at the whole library.
    ofOthers: (kind) => {
      borrowed.add(kind);
      const others = (all.ofAnybody.get(kind) ?? []).filter((item) => isOfOthers(item, audience));
      return others.map((item): Picked => ({ item, origin: 'other-company', twins: [] }));
    },
    borrow: (more) => {
      for (const kind of more) borrowed.add(kind);
    },
  };
}

function shelve(items: Item[]): Shelf {
  const linked = new Map<string, Item[]>();
  for (const item of items) {
    if ('question' in item && item.question !== undefined) push(linked, item.question, item);
  }
  return { ...findTwins(items), linked: (question) => linked.get(question) ?? [] };
}

/** What names the pack's company is missed even where no section is for it. */
const OWN: Origin[] = ['exact', 'band', 'company'];

const REASONS = {
  tooLong: 'too long for its place',
  below: 'ranks below what its section holds',
  refused: 'no section of this kind of pack is for it',
};

function fill(kind: PackKind, candidates: Candidates, audience: Addressed, shelf: Shelf) {
  const sections: Sections = {};
  const choices = Object.entries(kind.sections).map(([name, rule]) => {
    const choice = pickSection(rule, candidates, audience, shelf, sections);
    sections[name] = choice.entries;
    return { rule, ...choice };
  });
  const isOwn = ({ origin }: Picked) => OWN.includes(origin);
  const isOfQuestion = (one: Picked) => isOwn(one) && 'question' in one.item;
  const reasons = new Map<string, string>();
  const miss = (picked: Picked[], reason: string, isMissed: (one: Picked) => boolean = () => true) => {
    for (const one of picked) if (!reasons.has(one.item.id) && isMissed(one)) reasons.set(one.item.id, reason);
  };
  for (const { tooLong } of choices) miss(tooLong, REASONS.tooLong);
  for (const { unattached, offered } of choices) {
    miss(unattached, REASONS.below);
    miss(offered, REASONS.below);
  }
  for (const { rule } of choices)
    for (const rubric of rule.attach?.kinds ?? []) miss(candidates.ofKind(rubric), REASONS.below, isOfQuestion);
  for (const { refused } of choices) miss(refused, REASONS.refused, isOwn);
  for (const entries of Object.values(sections)) for (const id of idsOf(entries)) reasons.delete(id);
  return { sections, leftOut: [...reasons].map(([id, reason]): LeftOut => ({ id, reason })) };
}

/** Ids of the items that entries print: their own, those attached, and near-duplicates that are printed once. */
export function idsOf(entries: Entry[]): string[] {
  const ids = new Set<string>();
  for (const { item, twins } of printedBy(entries)) {
    ids.add(item.id);
    for (const { id } of twins) ids.add(id);
  }
  return [...ids];
}

function filesOf(sections: Sections): string[] {
  const files = new Set<string>();
  for (const { item, twins } of printedBy(Object.values(sections).flat())) {
    files.add(item.source.file);
    for (const { file } of twins) files.add(file);
  }
  return [...files];
}

function* printedBy(entries: Entry[]): Generator<Picked> {
  for (const entry of entries) {
    yield entry;
    yield* entry.attached;
  }
}

function packSource(file: string, source: Library['sources'][number] | undefined): PackSource {
  return { file, title: source?.title ?? file, ...(source?.date === undefined ? {} : { date: source.date }) };
}
