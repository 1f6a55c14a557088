import type { SectionRule } from '../../templates/kind.ts';
import type { Item } from '../model/item.ts';
import type { Entry, Pack, Picked } from '../model/pack.ts';
import { shownBeats } from './beats.ts';
import { foreign, homeOf, type Origins, sayOrigins } from './origins.ts';
import type { Words } from './templates.ts';
import { headed, isQuoted, type Led, ledBy, plain, spaced, spoken, unnumbered } from './wording.ts';

/** A field of an item, with the mark of its own lines or else of the item's. */
export type Field = { text: string; mark: string; quoted: boolean };

/** One item as a template prints it: every field is there, null where the item has none. */
export type ItemView = Led & {
  kind: string;
  /** Ids of the item and its near-duplicates, space-separated. */
  ids: string;
  priority: number;
  /** Its place in its section, from 1. */
  number: number;
  text: string;
  mark: string;
  /** The rounds and the difficulty that its source gives. */
  asked: string;
  /** Whom an item was written for, where that is not the audience. */
  writtenFor: string | null;
  /** The same, where the page says it beside the item. */
  from: string | null;
  /** The sign that the section's heading explains instead. */
  sign: string | null;
  fields: Record<string, Field | null>;
  beats: { name: string; text: string; mark: string }[];
  attached: ItemView[];
};

/** A section as a template prints it, with what its heading says of where its lines come from. */
export type SectionView = { entries: ItemView[] } & Origins;

/** `A`, `B` … `Z`, `AA`, `AB`: the letter of the nth file. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** The fields that a template may print besides the text. */
const FIELDS = [
  'title',
  'evaluates',
  'answer',
  'weak',
  'strong',
  'dimension',
  'at',
  'below',
  'framework',
  'prepare',
  'beat',
  'include',
  'checklist',
] as const;
/** Fields of which the page prints less than their source says: its headings and numbers say the rest. */
const WORDED: Partial<Record<(typeof FIELDS)[number], (text: string) => string>> = {
  weak: (text) => headed(text).rest,
  strong: spoken,
  title: unnumbered,
};

/** Makes the views of a pack's sections. Marks count files in the order of the pack's sources. */
export function viewer(pack: Pack, words: Words): (rule: SectionRule, entries: Entry[]) => SectionView {
  const letters = new Map(pack.sources.map(({ file }, index) => [file, letter(index)]));
  const markOf = (file: string, line: number) => `${letters.get(file) ?? '?'}${line}`;

  const fieldOf = (item: Item, name: (typeof FIELDS)[number]): Field | null => {
    const value = name in item ? item[name as keyof Item] : undefined;
    if (typeof value !== 'string') return null;
    const text = WORDED[name]?.(value) ?? value;
    const lines = item.fieldLines?.[name];
    const { file, startLine } = item.source;
    return { text, mark: markOf(file, lines?.startLine ?? startLine), quoted: isQuoted(text) };
  };

  const view = (picked: Picked, number: number, priority: number): ItemView => {
    const { item, twins } = picked;
    const { file, startLine } = item.source;
    const { rounds, difficulty } = item.scope;
    const writtenFor = foreign(picked, pack, words);
    return {
      kind: item.kind,
      ids: [item.id, ...twins.map(({ id }) => id)].join(' '),
      priority,
      number,
      text: item.kind === 'follow-up' ? unnumbered(item.text) : plain(item.text),
      ...ledBy(item),
      mark: [markOf(file, startLine), ...twins.map((twin) => markOf(twin.file, twin.startLine))].join(' '),
      asked: [...rounds.map(spaced), ...(difficulty ? [difficulty] : [])].join(', '),
      writtenFor,
      from: writtenFor,
      sign: null,
      fields: Object.fromEntries(FIELDS.map((name) => [name, fieldOf(item, name)])),
      beats: shownBeats(item).map(({ name, text, startLine: line }) => ({ name, text, mark: markOf(file, line) })),
      attached: [],
    };
  };

  return (rule, entries) => {
    const views = entries.map((entry, index) => {
      const { musts = 0, priority, step = 1, attach } = rule;
      const beyond = Math.max(0, entry.rank - musts) * step;
      const attached = entry.attached.map((picked, at) => {
        const { priority: first, step: row } = attach ?? { priority: 1, step: 1 };
        return view(picked, at + 1, first + at * row + Math.min(entry.rank, row - 1));
      });
      const own = view(entry, index + 1, entry.rank < musts ? 0 : priority + beyond);
      return { ...own, attached: attached.map((one) => (one.from === own.from ? { ...one, from: null } : one)) };
    });
    return sayOrigins(
      views,
      entries.map((entry) => homeOf(entry, words)),
    );
  };
}
