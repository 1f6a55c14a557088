import type { Arrangement } from '../pipeline/fit/arrangement.ts';
import type { Item, Kind } from '../pipeline/model/item.ts';
import type { Audience } from '../pipeline/model/manifest.ts';
import type { Entry, Pack, Sections } from '../pipeline/model/pack.ts';
import type { Words } from '../pipeline/render/templates.ts';
import type { ItemView } from '../pipeline/render/view.ts';

/** What one section of a pack takes from the library. */
export type SectionRule = {
  kinds: readonly Kind[];
  /** The most entries that the section takes. Fitting may leave fewer. */
  limit: number;
  /** How many of its first entries must stay. */
  musts?: number;
  /** The priority of the first entry that may leave, and how much more each further one has: the highest leaves first. */
  priority: number;
  step?: number;
  /** Which items of these kinds; all where absent. */
  takes?: (item: Item, audience: Audience) => boolean;
  /** Whether an item has all that the section wants of one: of those that stand equally near, the others come after these. */
  whole?: (item: Item) => boolean;
  /**
   * How good an item is for this section, where company, level, round and difficulty say nothing: higher is better.
   * Sections are chosen in their order; those before are known.
   */
  merit?: (item: Item, chosen: Sections) => number;
  /**
   * Items printed with an entry that they are linked to, kind after kind. Every entry has a fair share: the first of all
   * entries have priorities from `priority` on, the lowest for the best entry, the second ones `step` more, and so on.
   */
  attach?: {
    kinds: readonly Kind[];
    limit: number;
    priority: number;
    step: number;
    /** Whether one is short enough to stand with its entry. */
    fits?: (item: Item) => boolean;
  };
  /** Whether items of another level, role or company may stand here rather than nothing. */
  borrows: boolean | ((audience: Audience) => boolean);
  /** The entries regrouped, where the section needs more than the best ones in order. */
  shape?: (ranked: Entry[], chosen: Sections) => Entry[];
};

/** The page of a kind: everything in millimetres, type in points. */
export type Sheet = {
  margin: number;
  /** Between columns, and between sections. */
  gap: number;
  columns: number;
  /** Body sizes to try, from the one wanted down to the smallest allowed. */
  type: readonly number[];
};

/** A kind of pack: a folder with a page, a style and this description, and one line in the registry. */
export type PackKind = {
  name: string;
  /** The most pages that it may have. */
  budget: number;
  sheet: Sheet;
  sections: Record<string, SectionRule>;
  /** What the page needs beyond its sections, as plain values. */
  view?: (pack: Pack, sections: Record<string, ItemView[]>, words: Words) => Record<string, unknown>;
  /** How blocks stand on pages, where it is not in columns. */
  arrangement?: Arrangement;
};
