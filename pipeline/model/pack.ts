import { z } from 'zod';
import { Item } from './item.ts';
import { Audience } from './manifest.ts';

/**
 * How near an item stands to the audience of a pack, nearest first. The last three are used only where a section
 * would otherwise be empty, and the page says where they come from.
 */
export const ORIGINS = [
  /** The company and the level. */
  'exact',
  /** The company, and another level of the same band. */
  'band',
  /** The company, any level. */
  'company',
  /** No company, but the level or its band. */
  'level',
  /** No company and no level. */
  'general',
  /** No company, and one role where the audience is of every role. */
  'role',
  'other-level',
  'other-role',
  'other-company',
] as const;
export const Origin = z.enum(ORIGINS);
export type Origin = z.infer<typeof Origin>;

/** A near-duplicate that is printed once, with the place it also stands at. */
export const Twin = z.strictObject({ id: z.string(), file: z.string(), startLine: z.int().positive() });
export type Twin = z.infer<typeof Twin>;

/** An item chosen for a pack. */
export const Picked = z.strictObject({ item: Item, origin: Origin, twins: z.array(Twin) });
export type Picked = z.infer<typeof Picked>;

/** An item with those that belong to it: a question with the lines of its rubric. */
export const Entry = z.strictObject({
  ...Picked.shape,
  /** 0 for the best of its section; the page may order its entries in another way. */
  rank: z.int().nonnegative(),
  attached: z.array(Picked),
});
export type Entry = z.infer<typeof Entry>;

/** The entries of each section, as they are printed. */
export const Sections = z.record(z.string(), z.array(Entry));
export type Sections = z.infer<typeof Sections>;

export const LeftOut = z.strictObject({ id: z.string(), reason: z.string() });
export type LeftOut = z.infer<typeof LeftOut>;

/** A source that the pack stands on. */
export const PackSource = z.strictObject({ file: z.string(), title: z.string(), date: z.string().optional() });
export type PackSource = z.infer<typeof PackSource>;

/** What one audience gets in one kind of pack: the ranked items of each section, before anything is laid out. */
export const Pack = z.strictObject({
  kind: z.string(),
  audience: Audience,
  /** The folder and name without paper and ending: `meta/ic6/cheat-sheet`. */
  path: z.string(),
  /** How sure the band of the level is; null where no ladder knows the level. */
  sure: z.enum(['high', 'medium', 'weak']).nullable(),
  /** Every section of the kind is there; an empty one holds an empty list. */
  sections: Sections,
  /** Items that would have fitted the audience, but rank below what their section holds. */
  leftOut: z.array(LeftOut),
  /** Files that the entries come from, in order of their first use. */
  sources: z.array(PackSource),
});
export type Pack = z.infer<typeof Pack>;

/** A pack without the texts of its items. */
export const PackDigest = z.strictObject({
  ...Pack.omit({ sections: true }).shape,
  /** Ids of everything that it would print. */
  items: z.array(z.string()),
  /** One hash over all of it that shapes its pages. */
  content: z.string(),
});
export type PackDigest = z.infer<typeof PackDigest>;

/** Which packs are wanted; an absent list means all. Levels are a company's own names or bands, in any case. */
export const PackRequest = z.strictObject({
  companies: z.array(z.string()).optional(),
  levels: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
  kinds: z.array(z.string()).optional(),
});
export type PackRequest = z.infer<typeof PackRequest>;
