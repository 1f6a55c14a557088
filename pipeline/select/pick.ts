import type { SectionRule } from '../../templates/kind.ts';
import type { Item } from '../model/item.ts';
import type { Audience } from '../model/manifest.ts';
import { type Entry, ORIGINS, type Origin, type Picked } from '../model/pack.ts';
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

/** Puts candidates in order, each near-duplicate once with all its places; at most `limit`, with what ranks below. */
function rank(
  candidates: Picked[],
  { limit, merit }: Pick<SectionRule, 'limit' | 'merit'>,
  shelf: Shelf,
): { kept: Picked[]; below: Picked[] } {
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
  return { kept, below: [...open.values()] };
}

/** The entries of one section for one audience, best first, and what would have been next. */
export function pickSection(
  rule: SectionRule,
  candidates: Picked[],
  audience: Audience,
  shelf: Shelf,
): { entries: Entry[]; below: Picked[] } {
  const all = candidates.filter(({ item }) => rule.kinds.includes(item.kind) && (rule.takes?.(item, audience) ?? true));
  const { kept, below } = rank(eligible(all, rule.borrows), rule, shelf);
  const entries = kept.map((picked) => ({ ...picked, attached: attachedTo(picked, rule, candidates, shelf) }));
  return { entries: rule.shape?.(entries) ?? entries, below };
}

function attachedTo(entry: Picked, rule: SectionRule, candidates: Picked[], shelf: Shelf): Picked[] {
  const { attach } = rule;
  if (!attach) return [];
  const belongs = new Set([entry.item.id, ...entry.twins.map(({ id }) => id)].flatMap(shelf.linked));
  const linked = candidates.filter(({ item }) => belongs.has(item) && attach.kinds.includes(item.kind));
  const near = linked.filter(
    ({ origin }) => ORIGINS.indexOf(origin) <= ORIGINS.indexOf(entry.origin) || !BORROWED.includes(origin),
  );
  return rank(near, { limit: attach.limit }, shelf).kept;
}
