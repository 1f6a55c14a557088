import { z } from 'zod';
import { Scope } from './scope.ts';

const line = z.int().positive();
const text = z.string().min(1);

/** A run of raw source lines, 1-based, both ends included. */
export const Span = z.strictObject({ startLine: line, endLine: line });
export type Span = z.infer<typeof Span>;

/** A named part of a story or an answer, with the lines it stands on. */
export const Beat = z.strictObject({ name: text, text, ...Span.shape });
export type Beat = z.infer<typeof Beat>;

export const Step = z.strictObject({ name: text, text: text.optional(), ...Span.shape });
export type Step = z.infer<typeof Step>;

/** When a checklist line is to be ticked. */
export const PAUSES = ['week-before', 'night-before', 'hour-before', 'before-answer', 'in-the-room', 'after'] as const;
export const Pause = z.enum(PAUSES);
export type Pause = z.infer<typeof Pause>;

const common = {
  /** Stable: it depends on the file's name, the kind and the text alone. */
  id: text,
  /** The item's words as its own lines have them, markup removed. */
  text,
  scope: Scope,
  source: z.strictObject({ file: text, ...Span.shape, section: z.array(z.string()) }),
  /** Where a field stands that the item's own lines do not hold: `{ answer: { startLine: 207, endLine: 207 } }`. */
  fieldLines: z.record(z.string(), Span).optional(),
};
const question = { question: text.optional() };

const kind = <K extends string, S extends z.ZodRawShape>(name: K, fields: S) =>
  z.strictObject({ ...common, kind: z.literal(name), ...fields });

/** Every kind of item and the fields it adds. A new kind is one entry here, one recogniser and one partial. */
export const ITEM_KINDS = {
  question: kind('question', { title: text.optional(), evaluates: text.optional() }),
  'follow-up': kind('follow-up', { answer: text.optional(), ...question }),
  'clarifying-question': kind('clarifying-question', question),
  'question-to-ask': kind('question-to-ask', {}),
  constraint: kind('constraint', { label: text.optional() }),
  hint: kind('hint', { label: text.optional(), ...question }),
  criterion: kind('criterion', { label: text.optional(), ...question }),
  'level-bar': kind('level-bar', { dimension: text, at: text, level: text, below: text.optional() }),
  'worked-example': kind('worked-example', {
    title: text.optional(),
    framework: text.optional(),
    beats: z.array(Beat),
    ...question,
  }),
  pitfall: kind('pitfall', { weak: text.optional(), strong: text.optional(), ...question }),
  guidance: kind('guidance', { label: text.optional() }),
  'answer-outline': kind('answer-outline', { title: text.optional(), steps: z.array(Step), ...question }),
  'checklist-item': kind('checklist-item', {
    label: text.optional(),
    checklist: text.optional(),
    pause: Pause.optional(),
  }),
  'time-budget': kind('time-budget', {
    beat: text,
    seconds: z.number().positive().optional(),
    secondsMin: z.number().nonnegative().optional(),
    secondsMax: z.number().positive().optional(),
    /** The share of the whole answer in percent, where the source budgets by share. */
    percent: z.number().positive().max(100).optional(),
    include: text.optional(),
  }),
  'company-focus': kind('company-focus', { company: text, framework: text.optional(), prepare: text.optional() }),
  reference: kind('reference', { title: text, note: text.optional() }),
  'related-concept': kind('related-concept', { title: text, category: text.optional() }),
} as const;

export type Kind = keyof typeof ITEM_KINDS;
export const KINDS = Object.keys(ITEM_KINDS) as Kind[];
export type ItemOf<K extends Kind> = z.infer<(typeof ITEM_KINDS)[K]>;

/** One thing that a careful reader takes from a source. */
export const Item = z.discriminatedUnion('kind', [
  ITEM_KINDS.question,
  ITEM_KINDS['follow-up'],
  ITEM_KINDS['clarifying-question'],
  ITEM_KINDS['question-to-ask'],
  ITEM_KINDS.constraint,
  ITEM_KINDS.hint,
  ITEM_KINDS.criterion,
  ITEM_KINDS['level-bar'],
  ITEM_KINDS['worked-example'],
  ITEM_KINDS.pitfall,
  ITEM_KINDS.guidance,
  ITEM_KINDS['answer-outline'],
  ITEM_KINDS['checklist-item'],
  ITEM_KINDS['time-budget'],
  ITEM_KINDS['company-focus'],
  ITEM_KINDS.reference,
  ITEM_KINDS['related-concept'],
]);
export type Item = z.infer<typeof Item>;
