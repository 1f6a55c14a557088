import type { SectionRule } from '../../templates/kind.ts';
import type { Item } from '../model/item.ts';
import type { Audience } from '../model/manifest.ts';
import type { Entry, Origin, Picked } from '../model/pack.ts';
import { byPlace, likelier } from './rank.ts';
import { similarity, wordsOf } from './twins.ts';

/** What picking needs to know of a library, looked up once. */
export type Shelf = {
  twins: (item: Item) => Item[];
  /** The items that name a question by its id. */
  linked: (question: string) => Item[];
};

const BORROWED: Origin[] = ['other-level', 'other-role', 'other-company'];

/** Those that hold for the audience; where there are none and the section borrows, the nearest of the others. */
function eligible(all: Picked[], borrows: boolean): Picked[] {
  const own = all.filter(({ origin }) => !BORROWED.includes(origin));
  if (own.length > 0 || !borrows) return own;
  const nearest = BORROWED.find((origin) => all.some((picked) => picked.origin === origin));
  return all.filter(({ origin }) => origin === nearest);
}

/** Of equally likely items the one that repeats least of the topics and words already chosen. */
function mostDifferent(tied: Picked[], chosen: Picked[]): Picked | undefined {
  const topics = new Set(chosen.flatMap(({ item }) => item.scope.topics));
  const said = chosen.map(({ item }) => wordsOf(item.text));
  const repeats = ({ item }: Picked) =>
    item.scope.topics.filter((topic) => topics.has(topic)).length +
    Math.max(0, ...said.map((words) => similarity(words, wordsOf(item.text))));
  const scored = tied.map((picked) => ({ picked, score: repeats(picked) }));
  return scored.sort((a, b) => a.score - b.score || byPlace(a.picked.item, b.picked.item))[0]?.picked;
}

/** Puts candidates in order, each near-duplicate once with all its places, and keeps the first of them. */
function rank(candidates: Picked[], { limit, merit }: Pick<SectionRule, 'limit' | 'merit'>, shelf: Shelf): Picked[] {
  const order = likelier(merit);
  const open = new Map([...candidates].sort((a, b) => order(a, b) || byPlace(a.item, b.item)).map((p) => [p.item, p]));
  const kept: Picked[] = [];
  while (open.size > 0 && kept.length < limit) {
    const [first] = open.values();
    const tied: Picked[] = [];
    for (const picked of open.values()) {
      if (first && order(first, picked) !== 0) break;
      tied.push(picked);
    }
    const next = mostDifferent(tied, kept);
    if (!next) break;
    open.delete(next.item);
    const twins = shelf
      .twins(next.item)
      .filter((twin) => open.delete(twin))
      .sort(byPlace);
    kept.push({
      ...next,
      twins: twins.map(({ id, source }) => ({ id, file: source.file, startLine: source.startLine })),
    });
  }
  return kept;
}

/** The entries of one section for one audience, best first, and all that it had to choose from. */
export function pickSection(
  rule: SectionRule,
  candidates: Picked[],
  audience: Audience,
  shelf: Shelf,
): { entries: Entry[]; offered: Picked[] } {
  const all = candidates.filter(({ item }) => rule.kinds.includes(item.kind) && (rule.takes?.(item, audience) ?? true));
  const offered = eligible(all, rule.borrows);
  const kept = rank(offered, rule, shelf);
  const entries = kept.map((picked, rank) => ({
    ...picked,
    rank,
    attached: attachedTo(picked, rule, candidates, shelf),
  }));
  return { entries: rule.shape?.(entries) ?? entries, offered };
}

/** What is linked to an entry or its near-duplicates, in source order; nothing that speaks to somebody else than the entry does. */
function attachedTo(entry: Picked, { attach }: SectionRule, candidates: Picked[], shelf: Shelf): Picked[] {
  if (!attach) return [];
  const belongs = new Set([entry.item.id, ...entry.twins.map(({ id }) => id)].flatMap(shelf.linked));
  const linked = candidates.filter(
    ({ item, origin }) =>
      belongs.has(item) && attach.kinds.includes(item.kind) && (!BORROWED.includes(origin) || origin === entry.origin),
  );
  return rank(linked, { limit: attach.limit }, shelf).sort((a, b) => byPlace(a.item, b.item));
}
