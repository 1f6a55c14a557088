import type { Item, Kind } from '../../pipeline/model/item.ts';
import { documentOf, type GoldDocument } from './collection.ts';
import { completeness } from './complete.ts';
import { isFaithful } from './faithful.ts';
import { match } from './match.ts';
import { letters } from './words.ts';

export interface Tally {
  found: number;
  missed: number;
  spurious: number;
}

/** How many of a whole. */
export interface Share {
  part: number;
  whole: number;
}

/** One thing that is not as the gold has it. */
export interface Remark {
  what: 'missed' | 'spurious' | 'attribute' | 'unfaithful';
  place: string;
  kind: Kind;
  detail: string;
}

export interface Score {
  kinds: Map<Kind, Tally>;
  documents: { name: string; tally: Tally }[];
  total: Tally;
  /** Items that say nothing which their source does not. */
  faithful: Share;
  /** Words in the lines of found items that an item carries. */
  complete: Share;
  /** Attributes of found rows that the items have. */
  attributes: Share;
  remarks: Remark[];
}

/** A whole of nothing is complete. */
export const ratio = ({ part, whole }: Share): number => (whole === 0 ? 1 : part / whole);
export const precision = ({ found, spurious }: Tally): number => ratio({ part: found, whole: found + spurious });
export const recall = ({ found, missed }: Tally): number => ratio({ part: found, whole: found + missed });
/** Harmonic mean of precision and recall. */
export const f1 = ({ found, missed, spurious }: Tally): number =>
  ratio({ part: 2 * found, whole: 2 * found + missed + spurious });
export const goldRows = ({ found, missed }: Tally): number => found + missed;

export const noTally = (): Tally => ({ found: 0, missed: 0, spurious: 0 });
const noShare = (): Share => ({ part: 0, whole: 0 });

/**
 * Scores a library's items against the gold of some documents. Items of other files count neither way; a document without
 * rows expects none. Throws where two items have the same id, because a link could then mean either.
 */
export function score(documents: readonly GoldDocument[], items: readonly Item[]): Score {
  const ids = new Set(items.map(({ id }) => id));
  if (ids.size !== items.length) throw new Error(`ids are not unique: ${items.length} items, ${ids.size} ids`);
  const sum: Score = {
    kinds: new Map(),
    documents: [],
    total: noTally(),
    faithful: noShare(),
    complete: noShare(),
    attributes: noShare(),
    remarks: [],
  };
  const owners = new Map(items.map((item) => [item, documentOf(item.source.file, documents)]));
  for (const document of documents)
    scoreDocument(
      document,
      items.filter((item) => owners.get(item) === document),
      sum,
    );
  return sum;
}

function scoreDocument({ name, lines, rows }: GoldDocument, items: readonly Item[], sum: Score): void {
  const questions = new Map(items.filter(({ kind }) => kind === 'question').map((item) => [item.id, item]));
  const { found, missed, spurious } = match(rows, items, { lines, questions });
  const tally = noTally();
  sum.documents.push({ name, tally });
  const count = (kind: Kind, outcome: keyof Tally) => {
    const ofKind = sum.kinds.get(kind) ?? noTally();
    sum.kinds.set(kind, ofKind);
    for (const one of [ofKind, tally, sum.total]) one[outcome]++;
  };
  const remark = (what: Remark['what'], { kind }: { kind: Kind }, at: string | number, detail: string) =>
    sum.remarks.push({ what, place: `${name}:${at}`, kind, detail });

  for (const { row, item, wrong } of found) {
    count(row.kind, 'found');
    sum.attributes.whole += row.attributes.length;
    sum.attributes.part += row.attributes.length - wrong.length;
    for (const attribute of wrong) remark('attribute', item, item.source.startLine, `${attribute}, of: ${item.text}`);
  }
  for (const row of missed) {
    count(row.kind, 'missed');
    remark('missed', row, row.range, lines[row.starts.from - 1] ?? '');
  }
  for (const item of spurious) {
    count(item.kind, 'spurious');
    remark('spurious', item, item.source.startLine, item.text);
  }
  const everything = letters(lines.join(' '));
  for (const item of items) {
    sum.faithful.whole++;
    if (isFaithful(item, lines, everything)) sum.faithful.part++;
    else remark('unfaithful', item, item.source.startLine, item.text);
  }
  const { carried, there } = completeness(linesOf(found.map(({ item }) => item)), items, lines);
  sum.complete.part += carried;
  sum.complete.whole += there;
}

/** Every line that some items stand on. */
function linesOf(items: readonly Item[]): Set<number> {
  const all = new Set<number>();
  for (const { source } of items) for (let line = source.startLine; line <= source.endLine; line++) all.add(line);
  return all;
}
