import type { PackKind } from '../templates/kind.ts';
import { PACK_KINDS } from '../templates/registry.ts';
import type { Ladders } from './ladder.ts';
import { sureOf } from './ladder.ts';
import type { Item, Kind } from './model/item.ts';
import type { Library } from './model/library.ts';
import type { Entry, LeftOut, Origin, Pack, PackRequest, PackSource, Picked } from './model/pack.ts';
import { type Addressed, audiencesOf, isAsked } from './select/audience.ts';
import { originOf } from './select/nearness.ts';
import { type Candidates, pickSection, type Shelf } from './select/pick.ts';
import { byPlace } from './select/rank.ts';
import { findTwins } from './select/twins.ts';

/**
 * Chooses what goes into every pack that the library gives evidence for and the request asks for: each audience with
 * each kind, sections ranked and without near-duplicates. The same items give the same packs in whatever order they come.
 */
export function selectPacks(library: Library, ladders: Ladders, request: PackRequest = {}): Pack[] {
  const items = [...library.items].sort(byPlace);
  const kinds = Object.values(PACK_KINDS).filter(({ name }) => request.kinds?.includes(name) ?? true);
  const audiences = audiencesOf(items, ladders).filter((audience) => isAsked(audience, request, ladders));
  const shelf = shelve(items);
  const sources = new Map(library.sources.map((source) => [source.file, source]));
  return audiences.flatMap((audience) => {
    const candidates = candidatesFor(audience, items, ladders);
    return kinds
      .map((kind) => {
        const { sections, leftOut } = fill(kind, candidates, audience, shelf);
        const { folder, ...rest } = audience;
        const sure = audience.level === null ? null : sureOf(ladders, audience.company, audience.level);
        const used = filesOf(Object.values(sections).flat());
        return {
          kind: kind.name,
          audience: rest,
          path: `${folder}/${kind.name}`,
          sure,
          sections,
          leftOut,
          sources: used.map((file) => packSource(file, sources.get(file))),
        };
      })
      .filter((pack) => pack.sources.length > 0);
  });
}

function candidatesFor(audience: Addressed, items: Item[], ladders: Ladders): Candidates {
  const of = new Map<Item, Picked>();
  const ofKind = new Map<Kind, Picked[]>();
  for (const item of items) {
    const picked = { item, origin: originOf(item, audience, ladders), twins: [] };
    of.set(item, picked);
    const alike = ofKind.get(item.kind);
    if (alike) alike.push(picked);
    else ofKind.set(item.kind, [picked]);
  }
  return { of, ofKind };
}

function shelve(items: Item[]): Shelf {
  const linked = new Map<string, Item[]>();
  for (const item of items) {
    if (!('question' in item) || item.question === undefined) continue;
    const list = linked.get(item.question);
    if (list) list.push(item);
    else linked.set(item.question, [item]);
  }
  return { ...findTwins(items), linked: (question) => linked.get(question) ?? [] };
}

/** What names the pack's company is missed where it is left out; what holds for everybody is not. */
const OWN: Origin[] = ['exact', 'band', 'company'];

function fill(kind: PackKind, candidates: Candidates, audience: Addressed, shelf: Shelf) {
  const sections: Record<string, Entry[]> = {};
  const own = new Set<Item>();
  for (const [name, rule] of Object.entries(kind.sections)) {
    const picked = pickSection(rule, candidates, audience, shelf);
    sections[name] = picked.entries;
    for (const { item, origin } of picked.offered) if (OWN.includes(origin)) own.add(item);
  }
  const printed = new Set(Object.values(sections).flatMap(idsOf));
  const leftOut: LeftOut[] = [...own]
    .filter(({ id }) => !printed.has(id))
    .map(({ id }) => ({ id, reason: 'ranks below what its section holds' }));
  return { sections, leftOut };
}

/** Ids of the items that entries print: their own, those attached, and near-duplicates that are printed once. */
export function idsOf(entries: Entry[]): string[] {
  const ids = ({ item, twins }: Picked) => [item.id, ...twins.map(({ id }) => id)];
  return [...new Set(entries.flatMap((entry) => [...ids(entry), ...entry.attached.flatMap(ids)]))];
}

function filesOf(entries: Entry[]): string[] {
  const files = ({ item, twins }: Picked) => [item.source.file, ...twins.map(({ file }) => file)];
  return [...new Set(entries.flatMap((entry) => [...files(entry), ...entry.attached.flatMap(files)]))];
}

function packSource(file: string, source: Library['sources'][number] | undefined): PackSource {
  return { file, title: source?.title ?? file, ...(source?.date === undefined ? {} : { date: source.date }) };
}
