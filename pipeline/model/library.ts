import { z } from 'zod';
import { Item } from './item.ts';

/** A line number, or a run of them written `"7-8"`. */
export const LineRange = z.union([z.int().positive(), z.string().regex(/^\d+-\d+$/)]);
export type LineRange = z.infer<typeof LineRange>;

const byRule = z.array(z.strictObject({ lines: z.array(LineRange), rule: z.string() }));

/** Where every non-blank line of a source went: each stands in exactly one class. */
export const Coverage = z.strictObject({
  items: z.array(LineRange),
  headings: z.array(LineRange),
  metadata: byRule,
  boilerplate: byRule,
  markup: z.array(LineRange),
  unclaimed: z.array(LineRange),
});
export type Coverage = z.infer<typeof Coverage>;

export const Source = z.strictObject({
  file: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string(),
  lines: z.int().nonnegative(),
  /** The newest date that the text itself gives (`2026-09-14`). */
  date: z.string().optional(),
  coverage: Coverage,
});
export type Source = z.infer<typeof Source>;

/** What a build knows: every source read and every item in it. */
export const Library = z.strictObject({
  schemaVersion: z.literal(1),
  sources: z.array(Source),
  items: z.array(Item),
});
export type Library = z.infer<typeof Library>;
