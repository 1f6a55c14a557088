import type { Item } from '../../pipeline/model/item.ts';
import type { Entry, Pack } from '../../pipeline/model/pack.ts';
import type { Words } from '../../pipeline/render/templates.ts';
import type { ItemView } from '../../pipeline/render/view.ts';
import { companiesOf, GENERAL } from '../../pipeline/select/nearness.ts';
import type { PackKind } from '../kind.ts';
import { holdsFor } from '../shared/change.ts';
import { nearestByLabel } from '../shared/labels.ts';
import { inSourceOrder } from '../shared/order.ts';
import { lengthOf, oneFrame, timeBar } from '../shared/time-bar.ts';
import { questionOf, toldFirst, understood } from './asked.ts';
import { oneLevel, onePerCompany } from './once.ts';
import { weakWidth } from './sides.ts';

/** Rows of the story matrix: so many must stay; the others leave before anything that is printed does. */
const ROWS = { must: 6, most: 12 };

const has = (item: Item, field: string) => field in item;
const shorter = ({ text }: Item) => -text.length;
const isPair = (item: Item) => item.kind === 'pitfall' && item.weak !== undefined && item.strong !== undefined;

/** Stories with their beats come first, and of these the one that takes the least room. */
const compactStory = (item: Item) =>
  item.kind === 'worked-example' && item.beats.length >= 3 ? shorter(item) : shorter(item) - 1e6;

const timeOf = (entry: Entry | undefined, words: Words) => (entry ? (lengthOf(entry.item, words)?.text ?? null) : null);

/** A row of anchors says what a weak answer shows as well: alone it reads as advice. */
const isAnchored = ({ text }: Item): boolean => text.split(' · ').length > 2;

/** Views of a section, each with the question on the sheet that it belongs to. */
const withQuestions = (section: string, { sections }: Pack, views: Record<string, ItemView[]>) =>
  (views[section] ?? []).map((view, index) => {
    const item = sections[section]?.[index]?.item;
    return { ...view, of: item ? questionOf(item, sections, views) : null };
  });

/** What stands below one part of a solution speaks of that part's question alone. */
const isOfOnePart = ({ source }: Item): boolean =>
  source.section.some((heading) => /^(?:part|question)\s+\d/i.test(heading));

/** One sheet of paper for the night before: what is weighed, what is asked, what to say and what not. */
export const cheatSheet: PackKind = {
  name: 'cheat-sheet',
  budget: 2,
  sheet: { margin: 8, gap: 3.2, columns: 2, type: [9.2, 8.6] },
  sections: {
    focus: {
      kinds: ['company-focus'],
      limit: 6,
      musts: 1,
      priority: 9,
      borrows: ({ company }) => company === GENERAL,
      shape: onePerCompany,
    },
    frame: {
      kinds: ['time-budget'],
      limit: 40,
      priority: 1,
      step: 0,
      borrows: true,
      shape: oneFrame,
    },
    bar: {
      kinds: ['level-bar'],
      limit: 60,
      musts: 1,
      priority: 2,
      step: 3,
      whole: (item) => has(item, 'below'),
      // What a company expects says nothing to somebody who goes to none in particular.
      takes: (item, { company }) => company !== GENERAL || companiesOf(item).length === 0,
      borrows: true,
      shape: oneLevel,
    },
    questions: {
      kinds: ['question'],
      limit: 12,
      musts: 1,
      priority: 2,
      step: 5,
      whole: (item) => has(item, 'evaluates'),
      attach: { kinds: ['criterion'], limit: 4, priority: 10, step: 12 },
      borrows: true,
    },
    pitfalls: { kinds: ['pitfall'], limit: 10, priority: 3, step: 4, takes: isPair, borrows: true },
    example: { kinds: ['worked-example'], limit: 1, priority: 8, merit: compactStory, borrows: true },
    clarifying: {
      kinds: ['clarifying-question'],
      limit: 6,
      priority: 4,
      step: 6,
      merit: shorter,
      borrows: true,
      shape: inSourceOrder,
    },
    probes: {
      kinds: ['follow-up'],
      limit: 6,
      priority: 6,
      step: 7,
      whole: (item) => has(item, 'answer'),
      merit: understood,
      borrows: true,
      shape: toldFirst,
    },
    closing: { kinds: ['question-to-ask'], limit: 5, priority: 20, step: 6, borrows: false, shape: inSourceOrder },
    criteria: {
      kinds: ['criterion'],
      limit: 5,
      priority: 18,
      step: 6,
      takes: (item) => !has(item, 'question') && !isAnchored(item),
      borrows: false,
      shape: inSourceOrder,
    },
    conditions: {
      kinds: ['constraint'],
      limit: 5,
      priority: 16,
      step: 6,
      borrows: false,
      shape: (ranked) => inSourceOrder(nearestByLabel(ranked)),
    },
    traps: { kinds: ['pitfall'], limit: 4, priority: 25, step: 6, takes: (item) => !isPair(item), borrows: false },
    guidance: {
      kinds: ['guidance'],
      limit: 6,
      priority: 30,
      step: 6,
      takes: (item, { level }) => holdsFor(item, level) === 'here' && !isOfOnePart(item),
      merit: shorter,
      borrows: false,
      shape: nearestByLabel,
    },
    above: {
      kinds: ['guidance'],
      limit: 3,
      priority: 42,
      step: 6,
      takes: (item, { level }) => holdsFor(item, level) === 'above',
      borrows: false,
      shape: inSourceOrder,
    },
  },
  view: (pack, sections, words) => ({
    weakWidth: weakWidth(sections.pitfalls ?? []),
    example: withQuestions('example', pack, sections),
    probes: withQuestions('probes', pack, sections),
    bar: timeBar(pack.sections.frame ?? [], words, 190),
    beats: (sections.frame ?? []).map((beat, index) => ({
      ...beat,
      time: timeOf(pack.sections.frame?.[index], words),
    })),
    frameIds: sections.frame?.map(({ ids }) => ids).join(' ') ?? '',
    rows: Array.from({ length: ROWS.most }, (_, row) => ({ priority: row < ROWS.must ? 0 : 1000 + row })),
  }),
};
