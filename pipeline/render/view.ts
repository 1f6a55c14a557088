import type { SectionRule } from '../../templates/kind.ts';
import type { Item } from '../model/item.ts';
import type { Entry, Pack, Picked } from '../model/pack.ts';
import { companiesOf, levelsOf } from '../select/nearness.ts';
import type { Words } from './templates.ts';
import { isQuoted, type Led, ledBy, levelName, plain, spaced, spoken, titled, unnumbered } from './wording.ts';

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
  from: string | null;
  fields: Record<string, Field | null>;
  beats: { name: string; text: string; mark: string }[];
  attached: ItemView[];
};

/** A section as a template prints it; `from` where all of it was written for one and the same other audience. */
export type SectionView = { entries: ItemView[]; from: string | null };

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
/** Fields that the heading of their column already announces. */
const ANNOUNCED: ReadonlySet<string> = new Set(['weak', 'strong']);

/** Makes the views of a pack's sections. Marks count files in the order of the pack's sources. */
export function viewer(pack: Pack, words: Words): (rule: SectionRule, entries: Entry[]) => SectionView {
  const letters = new Map(pack.sources.map(({ file }, index) => [file, letter(index)]));
  const markOf = (file: string, line: number) => `${letters.get(file) ?? '?'}${line}`;

  const fieldOf = (item: Item, name: (typeof FIELDS)[number]): Field | null => {
    const value = name in item ? item[name as keyof Item] : undefined;
    if (typeof value !== 'string') return null;
    const text = ANNOUNCED.has(name) ? spoken(value) : name === 'title' ? unnumbered(value) : value;
    const lines = item.fieldLines?.[name];
    const { file, startLine } = item.source;
    return { text, mark: markOf(file, lines?.startLine ?? startLine), quoted: isQuoted(text) };
  };

  const view = (picked: Picked, number: number, priority: number): ItemView => {
    const { item, twins } = picked;
    const { file, startLine } = item.source;
    const { rounds, difficulty } = item.scope;
    return {
      kind: item.kind,
      ids: [item.id, ...twins.map(({ id }) => id)].join(' '),
      priority,
      number,
      text: item.kind === 'follow-up' ? unnumbered(item.text) : plain(item.text),
      ...ledBy(item),
      mark: [markOf(file, startLine), ...twins.map((twin) => markOf(twin.file, twin.startLine))].join(' '),
      asked: [...rounds.map(spaced), ...(difficulty ? [difficulty] : [])].join(', '),
      from: foreign(picked, pack, words),
      fields: Object.fromEntries(FIELDS.map((name) => [name, fieldOf(item, name)])),
      beats: beatsOf(item).map(({ name, text, startLine: line }) => ({
        name,
        text: text ?? '',
        mark: markOf(file, line),
      })),
      attached: [],
    };
  };

  return (rule, entries) => {
    const views = entries.map((entry, index) => {
      const { musts = 0, priority, step = 1, attach } = rule;
      const beyond = Math.max(0, entry.rank - musts) * step;
      const attached = entry.attached.map((picked, at) => {
        const first = attach?.priority ?? 1;
        return view(picked, at + 1, first + at * (attach?.step ?? 1) + beyond);
      });
      const own = view(entry, index + 1, entry.rank < musts ? 0 : priority + beyond);
      return { ...own, attached: attached.map((one) => (one.from === own.from ? { ...one, from: null } : one)) };
    });
    const [from = null, ...others] = new Set(views.map((one) => one.from));
    if (from === null || others.length > 0) return { entries: views, from: null };
    const silent = (one: ItemView): ItemView => ({ ...one, from: null, attached: one.attached.map(silent) });
    return { entries: views.map(silent), from };
  };
}

function beatsOf(item: Item): { name: string; text?: string | undefined; startLine: number }[] {
  if (item.kind === 'worked-example') return item.beats;
  return item.kind === 'answer-outline' ? item.steps : [];
}

/** Whom an item speaks to, where the page has to say that it is not its audience. */
function foreign({ item, origin }: Picked, pack: Pack, words: Words): string | null {
  const levels = levelsOf(item)
    .map((level) => levelName(level, words))
    .join(', ');
  if (origin === 'band' || origin === 'other-level') return levels;
  if (origin === 'other-role') return item.scope.roles.map(titled).join(', ');
  if (origin !== 'other-company') return null;
  const companies = companiesOf(item).filter((company) => company !== pack.audience.company);
  return [companies.map(titled).join(', '), levels].filter(Boolean).join(' ');
}
