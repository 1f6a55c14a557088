import type { SectionRule } from '../../templates/kind.ts';
import type { Item, Kind } from '../model/item.ts';
import type { Audience } from '../model/manifest.ts';
import type { Entry, Origin, Picked, Sections } from '../model/pack.ts';
import { byLikelihood, byPlace, type Wants } from './rank.ts';
import { mostSimilar, similarity, type Words } from './words.ts';

/** What picking needs to know of a library, looked up once. */
export type Shelf = {
  twins: (item: Item) => Item[];
  words: (item: Item) => Words;
  /** The items that name a question by its id. */
  linked: (question: string) => Item[];
};

/** The items of a library as one audience stands to them. */
export type Candidates = {
  of(item: Item): Picked;
  /** Those of a kind that speak of the audience's company or of none. */
  ofKind(kind: Kind): Picked[];
  /** Those of a kind that speak of other companies. */
  ofOthers(kind: Kind): Picked[];
  /** Is told that items of these kinds that speak of other companies are looked at, too. */
  borrow(kinds: readonly Kind[]): void;
};

const BORROWED: Origin[] = ['other-level', 'other-role', 'other-company'];

/** Those that hold for the audience; where there are none and the section borrows, the nearest of the others. */
function eligible(near: Picked[], borrows: boolean, ofOthers: () => Picked[]): Picked[] {
  const own = near.filter(({ origin }) => !BORROWED.includes(origin));
  if (own.length > 0 || !borrows) return own;
  const nearest = BORROWED.find((origin) => near.some((picked) => picked.origin === origin));
  return nearest ? near.filter(({ origin }) => origin === nearest) : ofOthers();
}

/** How much items repeat of those already chosen: topics in common with any of them, and words with the nearest. */
class Repetition {
  readonly #topics = new Set<string>();
  readonly #chosen: Words[] = [];
  readonly #known = new Map<Item, { compared: number; alike: number; repeats: number }>();
  readonly #words: Shelf['words'];

  constructor({ words }: Shelf) {
    this.#words = words;
  }

  choose(item: Item): void {
    for (const topic of item.scope.topics) this.#topics.add(topic);
    this.#chosen.push(this.#words(item));
  }

  /** Whether an item repeats less than `most`, and how much. What was found earlier can only have grown. */
  below(most: number, item: Item): number | undefined {
    const known = this.#known.get(item) ?? { compared: 0, alike: 0, repeats: 0 };
    if (known.repeats >= most) return undefined;
    const own = this.#words(item);
    for (; known.compared < this.#chosen.length; known.compared++) {
      const words = this.#chosen[known.compared] ?? own;
      if (mostSimilar(own, words) > known.alike) known.alike = Math.max(known.alike, similarity(own, words));
    }
    known.repeats = known.alike + item.scope.topics.filter((topic) => this.#topics.has(topic)).length;
    this.#known.set(item, known);
    return known.repeats < most ? known.repeats : undefined;
  }
}

/** The one that repeats least of what is chosen, the first of equals. */
function leastRepeating(equals: Picked[], repetition: Repetition): Picked | undefined {
  let [next] = equals;
  if (equals.length < 2) return next;
  let least = Number.POSITIVE_INFINITY;
  for (const picked of equals) {
    const repeats = repetition.below(least, picked.item);
    if (repeats === undefined) continue;
    least = repeats;
    next = picked;
  }
  return next;
}

/** Puts candidates in order, each near-duplicate once with all its places, and keeps the first of them. */
function rank(candidates: Picked[], { limit, ...wants }: Pick<SectionRule, 'limit'> & Wants, shelf: Shelf): Picked[] {
  const open = new Set(candidates.map(({ item }) => item));
  const repetition = new Repetition(shelf);
  const kept: Picked[] = [];
  for (const equals of byLikelihood(candidates, wants)) {
    for (;;) {
      if (kept.length >= limit) return kept;
      const next = leastRepeating(
        equals.filter(({ item }) => open.has(item)),
        repetition,
      );
      if (!next) break;
      open.delete(next.item);
      repetition.choose(next.item);
      const twins = shelf
        .twins(next.item)
        .filter((twin) => open.delete(twin))
        .sort(byPlace);
      const { item, origin } = next;
      kept.push({
        item,
        origin,
        twins: twins.map(({ id, source }) => ({ id, file: source.file, startLine: source.startLine })),
      });
    }
  }
  return kept;
}

/** What a section makes of the items that it may choose from. */
export type Choice = {
  /** Best first. */
  entries: Entry[];
  offered: Picked[];
  /** Those of its kinds that the section is not for. */
  refused: Picked[];
  /** Linked to an entry, and too long to stand with it. */
  tooLong: Picked[];
  /** Linked to an entry, and below those that stand with it. */
  unattached: Picked[];
};

/** Chooses the entries of one section for one audience, knowing those that are `chosen` for the sections before it. */
export function pickSection(
  rule: SectionRule,
  candidates: Candidates,
  audience: Audience,
  shelf: Shelf,
  chosen: Sections,
): Choice {
  const borrows = typeof rule.borrows === 'function' ? rule.borrows(audience) : rule.borrows;
  const near: Picked[] = [];
  const refused: Picked[] = [];
  const isTaken = ({ item }: Picked) => rule.takes?.(item, audience) ?? true;
  for (const kind of rule.kinds) {
    for (const picked of candidates.ofKind(kind)) (isTaken(picked) ? near : refused).push(picked);
  }
  const ofOthers = () => rule.kinds.flatMap(candidates.ofOthers).filter(isTaken);
  const offered = eligible(near, borrows, ofOthers);
  const merit = rule.merit && ((item: Item) => rule.merit?.(item, chosen) ?? 0);
  const kept = rank(offered, { ...rule, merit }, shelf);
  const linked = kept.map((picked) => linkedTo(picked, rule, candidates, shelf));
  const entries = kept.map(({ item, origin, twins }, at) => {
    return { item, origin, twins, rank: at, attached: linked[at]?.attached ?? [] };
  });
  return {
    entries: ranked(rule.shape?.(entries, chosen) ?? entries),
    offered,
    refused,
    tooLong: linked.flatMap(({ tooLong }) => tooLong),
    unattached: linked.flatMap(({ unattached }) => unattached),
  };
}

/** Ranks from 0 on without gaps, in the order that the entries had among each other. */
function ranked(entries: Entry[]): Entry[] {
  const ranks = Uint32Array.from(entries, ({ rank: own }) => own).sort();
  return entries.map(({ item, origin, twins, rank: own, attached }) => {
    return { item, origin, twins, rank: ranks.indexOf(own), attached };
  });
}

type Linked = { attached: Picked[]; tooLong: Picked[]; unattached: Picked[] };

/**
 * What is linked to an entry or its near-duplicates: kind after kind as its rule names them, each in source order;
 * nothing that speaks to somebody else than the entry does.
 */
function linkedTo(entry: Picked, { attach }: SectionRule, candidates: Candidates, shelf: Shelf): Linked {
  if (!attach) return { attached: [], tooLong: [], unattached: [] };
  const { kinds, limit, fits = () => true } = attach;
  if (entry.origin === 'other-company') candidates.borrow(kinds);
  const linked = [entry.item.id, ...entry.twins.map(({ id }) => id)]
    .flatMap(shelf.linked)
    .filter(({ kind }) => kinds.includes(kind))
    .map(candidates.of)
    .filter(({ origin }) => !BORROWED.includes(origin) || origin === entry.origin);
  const order = ({ kind }: Item) => kinds.indexOf(kind);
  const fitting = linked.filter(({ item }) => fits(item));
  const kept = rank(fitting, { limit, merit: (item) => -order(item) }, shelf);
  const standing = new Set(kept.flatMap(({ item, twins }) => [item.id, ...twins.map(({ id }) => id)]));
  return {
    attached: kept.sort((a, b) => order(a.item) - order(b.item) || byPlace(a.item, b.item)),
    tooLong: linked.filter(({ item }) => !fits(item)),
    unattached: fitting.filter(({ item }) => !standing.has(item.id)),
  };
}
