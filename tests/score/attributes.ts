import { ITEM_KINDS, type Item } from '../../pipeline/model/item.ts';
import type { GoldRow } from './gold.ts';
import { holds, parseSpan } from './span.ts';
import { slug, words } from './words.ts';

/** What an attribute may look at besides the item: the document's lines, and the questions of the same document by id. */
export interface Surroundings {
  lines: readonly string[];
  questions: ReadonlyMap<string, Item>;
}

interface GoldAround {
  rows: readonly GoldRow[];
  lines: readonly string[];
}

interface Check {
  /** The field without which no item of a kind can have the attribute. */
  field?: string;
  /** What is wrong with a value in the gold, if anything. */
  problem(value: string, around: GoldAround): string | undefined;
  right(item: Item, value: string, around: Surroundings): boolean;
}

const list = (value: string): string[] => (value === 'none' ? [] : value.split(',').map(slug).sort());
const sameSet = (found: readonly string[], value: string): boolean =>
  JSON.stringify([...new Set(found.map(slug))].sort()) === JSON.stringify(list(value));

const fine = (): undefined => undefined;
const named = (value: string) =>
  list(value).every(Boolean) ? undefined : `"${value}" names nothing; "none" stands for any`;
const oneOf =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value)
      ? undefined
      : `"${value}" is none of ${allowed.map((word) => (word === '' ? 'nothing' : word)).join(', ')}`;
const number = (value: string) => (Number(value) > 0 ? undefined : `"${value}" is no number above zero`);

const scoped = (listOf: (scope: Item['scope']) => string[]): Check => ({
  problem: named,
  right: ({ scope }, value) => sameSet(listOf(scope), value),
});

/** Every attribute that a gold row can ask for: what it may say, and when an item has it. */
const ATTRIBUTES = {
  company: {
    problem: named,
    right: (item, value) =>
      item.kind === 'company-focus' ? slug(item.company) === slug(value) : sameSet(item.scope.companies, value),
  },
  level: {
    problem: named,
    right: (item, value) =>
      item.kind === 'level-bar' ? slug(item.level) === slug(value) : sameSet(item.scope.levels, value),
  },
  role: scoped(({ roles }) => roles),
  round: scoped(({ rounds }) => rounds),
  difficulty: {
    problem: (value) => (value === slug(value) ? undefined : `"${value}" is not written "${slug(value)}"`),
    right: ({ scope }, value) => slug(scope.difficulty ?? '') === value,
  },
  seconds: {
    field: 'seconds',
    problem: number,
    right: (item, value) => 'seconds' in item && item.seconds === Number(value),
  },
  evaluates: {
    field: 'evaluates',
    problem: oneOf('yes', 'no'),
    right: (item, value) => ('evaluates' in item && Boolean(item.evaluates)) === (value === 'yes'),
  },
  steps: {
    field: 'steps',
    problem: number,
    right: (item, value) => ('steps' in item ? item.steps.length : 0) === Number(value),
  },
  ends: {
    problem: (value, { lines }) =>
      words(value).length === 1 && lines.some((line) => words(line).some((word) => word.startsWith(value)))
        ? undefined
        : `"${value}" is not one word of the document, or the beginning of a glued one, in lower case`,
    right: ({ text }, value) => words(text).at(-1) === value,
  },
  category: {
    field: 'category',
    problem: named,
    right: (item, value) => slug(('category' in item && item.category) || '') === slug(value),
  },
  question: { field: 'question', problem: linkProblem, right: linksTo },
  answer: {
    field: 'answer',
    problem: (value, { lines }) =>
      words(lines[Number(value) - 1] ?? '').length > 0
        ? undefined
        : `"${value}" is not one line of the document with words on it`,
    right: (item, value, { lines }) => {
      const opening = words(('answer' in item && item.answer) || '').slice(0, 5);
      return (
        opening.length > 0 &&
        words(lines[Number(value) - 1] ?? '')
          .join(' ')
          .includes(opening.join(' '))
      );
    },
  },
  contrast: {
    field: 'weak',
    problem: oneOf(''),
    right: (item) => 'weak' in item && 'strong' in item && Boolean(item.weak && item.strong),
  },
  beats: { field: 'beats', problem: fine, right: hasBeats },
} satisfies Record<string, Check>;

export type Attribute = keyof typeof ATTRIBUTES;
export const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as Attribute[];
export const isAttribute = (name: string): name is Attribute => Object.hasOwn(ATTRIBUTES, name);

/** The attributes of a row that an item has not, as the gold writes them. */
export const wrongAttributes = (item: Item, row: GoldRow, around: Surroundings): string[] =>
  row.attributes
    .filter(([name, value]) => !ATTRIBUTES[name].right(item, value, around))
    .map(([name, value]) => `${name}=${value}`);

/** What is wrong with an attribute of a gold row, if anything. */
export function attributeProblem(name: Attribute, value: string, row: GoldRow, around: GoldAround): string | undefined {
  const { field, problem }: Check = ATTRIBUTES[name];
  if (field && !(field in ITEM_KINDS[row.kind].shape)) return `a ${row.kind} has no "${name}"`;
  const message = problem(value, around);
  return message && `${name}: ${message}`;
}

function linkProblem(value: string, { rows }: GoldAround): string | undefined {
  if (value === 'none') return undefined;
  const target = parseSpan(value);
  if (!target) return `"${value}" is neither a line, a range of lines nor "none"`;
  const meant = rows.some(
    ({ kind, starts }) => kind === 'question' && starts.from <= target.to && target.from <= starts.to,
  );
  return meant ? undefined : `no question stands at ${value}`;
}

function linksTo(item: Item, value: string, { questions }: Surroundings): boolean {
  const id = 'question' in item ? item.question : undefined;
  if (value === 'none') return !id;
  const target = parseSpan(value);
  const question = id === undefined ? undefined : questions.get(id);
  return target !== undefined && question !== undefined && holds(target, question.source.startLine);
}

/** Beats that mean the same everywhere; a row of these alone allows no other of them. */
export const CANONICAL_BEATS: ReadonlySet<string> = new Set(['situation', 'task', 'action', 'result', 'learning']);

/** The beats asked for stand in this order; others may stand between them. A name may go on: `learning-mechanism`. */
function hasBeats(item: Item, value: string): boolean {
  const names = 'beats' in item ? item.beats.map(({ name }) => slug(name)) : [];
  const asked = value.split(',').map(slug);
  if (
    asked.every((name) => CANONICAL_BEATS.has(name)) &&
    names.some((name) => CANONICAL_BEATS.has(name) && !asked.includes(name))
  )
    return false;
  let at = 0;
  return asked.every((name) => {
    const found = names.findIndex((have, index) => index >= at && have.startsWith(name));
    at = found + 1;
    return found >= 0;
  });
}
