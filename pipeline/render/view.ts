import type { SectionRule } from '../../templates/kind.ts';
import type { Item, ItemOf } from '../model/item.ts';
import type { Entry, Pack, Picked } from '../model/pack.ts';
import { companiesOf, levelsOf } from '../select/nearness.ts';

/** A field of an item with the marks of its own lines, empty where it stands on the item's. */
export type Field = { text: string; mark: string };

/** One item as a template prints it: every field is there, null where the item has none. */
export type ItemView = {
  kind: string;
  /** Ids of the item and its near-duplicates, space-separated. */
  ids: string;
  priority: number;
  /** Its place in its section, from 1. */
  number: number;
  text: string;
  /** The first words of the text that name it, and the rest; lead is empty where nothing does. */
  lead: string;
  rest: string;
  mark: string;
  /** The rounds and the difficulty that its source gives. */
  asked: string;
  /** Whom an item was written for, where that is not the audience. */
  from: string | null;
  fields: Record<string, Field | null>;
  beats: { name: string; text: string; mark: string }[];
  attached: ItemView[];
};

/** `A`, `B` … `Z`, `AA`, `AB`: the letter of the nth file. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** A slug as people write it: `machine-learning-engineer` is "Machine Learning Engineer". */
export function titled(slug: string): string {
  return slug.replace(/(^|-)(\p{L})/gu, (_, dash: string, first: string) => (dash ? ' ' : '') + first.toUpperCase());
}

const spaced = (slug: string) => slug.replaceAll('-', ' ');

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
  'level',
  'label',
  'framework',
  'prepare',
  'company',
  'beat',
  'include',
  'note',
  'checklist',
] as const;

/** Fields that a column's heading already announces. */
const SPOKEN: ReadonlySet<string> = new Set(['weak', 'strong']);

/** Makes the views of a pack's entries; marks resolve by the order of the pack's sources. */
export function viewer(pack: Pack) {
  const letters = new Map(pack.sources.map(({ file }, index) => [file, letter(index)]));
  const markOf = (file: string, line: number) => `${letters.get(file) ?? '?'}${line}`;

  const view = (picked: Picked, number: number, priority: number): ItemView => {
    const { item, twins } = picked;
    const { file, startLine } = item.source;
    const places = [markOf(file, startLine), ...twins.map((twin) => markOf(twin.file, twin.startLine))];
    const fields = Object.fromEntries(
      FIELDS.map((name) => {
        const value = (item as Partial<Record<string, unknown>>)[name];
        const lines = item.fieldLines?.[name];
        if (typeof value !== 'string') return [name, null];
        return [
          name,
          { text: SPOKEN.has(name) ? spoken(value) : value, mark: lines ? markOf(file, lines.startLine) : '' },
        ];
      }),
    );
    return {
      kind: item.kind,
      ids: [item.id, ...twins.map(({ id }) => id)].join(' '),
      priority,
      number,
      text: item.text,
      ...ledBy(item),
      mark: places.join(' '),
      asked: [...item.scope.rounds.map(spaced), item.scope.difficulty ?? []].flat().join(', '),
      from: foreign(picked, pack),
      fields,
      beats: beatsOf(item).map(({ name, text, startLine: line }) => ({
        name,
        text: text ?? '',
        mark: markOf(file, line),
      })),
      attached: [],
    };
  };

  return (rule: SectionRule, entries: Entry[]): ItemView[] =>
    entries.map((entry, index) => {
      const { musts = 0, priority, step = 1, attach } = rule;
      const beyond = Math.max(0, entry.rank - musts) * step;
      const attached = entry.attached.map((picked, at) => {
        const own = (attach?.priority ?? 1) + at * (attach?.step ?? 1);
        return view(picked, at + 1, own + beyond);
      });
      return { ...view(entry, index + 1, entry.rank < musts ? 0 : priority + beyond), attached };
    });
}

function beatsOf(item: Item): { name: string; text?: string | undefined; startLine: number }[] {
  if (item.kind === 'worked-example') return item.beats;
  return item.kind === 'answer-outline' ? item.steps : [];
}

function ledBy(item: Item): { lead: string; rest: string } {
  if (item.kind === 'pitfall') return nameOf(item);
  const label = 'label' in item ? item.label : 'title' in item ? item.title : undefined;
  const led = label !== undefined && item.text.startsWith(label) && item.text.length > label.length;
  if (!led) return { lead: '', rest: item.text };
  const end = label.length + (/^[.:]/.exec(item.text.slice(label.length))?.[0].length ?? 0);
  return { lead: item.text.slice(0, end), rest: item.text.slice(end) };
}

/** What a pitfall is called: what its text says before its weak side, without the label of all pitfalls. */
function nameOf({ text, weak }: ItemOf<'pitfall'>): { lead: string; rest: string } {
  const end = weak === undefined ? -1 : text.indexOf(weak);
  const lead =
    end > 0
      ? text
          .slice(0, end)
          .replace(/^\p{L}+:\s+(?=\S)/u, '')
          .trim()
      : '';
  return { lead, rest: lead === '' ? text : text.slice(end) };
}

/** The words in quotation marks where a sentence only announces them: “…” of `A weak answer says, “…”`. */
const spoken = (text: string) => /^[^“”"]{1,40}(?<quote>[“"][^“”"]*[”"])$/u.exec(text)?.groups?.quote ?? text;

/** Whom an item speaks to, where the page has to say that it is not its audience. */
function foreign({ item, origin }: Picked, pack: Pack): string | null {
  const levels = levelsOf(item).join(', ');
  if (origin === 'band' || origin === 'other-level') return levels;
  if (origin === 'other-role') return item.scope.roles.map(titled).join(', ');
  if (origin !== 'other-company') return null;
  const companies = companiesOf(item).filter((company) => company !== pack.audience.company);
  return [companies.map(titled).join(', '), levels].filter(Boolean).join(' ');
}
