import { z } from 'zod';
import { Paper } from './manifest.ts';

/** Everything one print needs, as a plain value: it can go to another process, or to another machine. */
export const PrintJob = z.strictObject({
  /** SHA-256 over everything that shapes the bytes. */
  id: z.string(),
  /** The pack's name for people and for the output: `meta/ic6/cheat-sheet.a4`. */
  name: z.string(),
  title: z.string(),
  language: z.string(),
  /** The kind of pack: names its style and its arrangement. */
  kind: z.string(),
  paper: Paper,
  /** The body's HTML. Blocks that may leave carry `data-item` (ids, space-separated) and `data-priority` (1 leaves last; 0 must stay). */
  html: z.string(),
  /** The most pages the pack may have. */
  budget: z.int().positive(),
});
export type PrintJob = z.infer<typeof PrintJob>;

const path = z.string().regex(/^[Mhvz\d -]*$/);

/** A drawing of a first page in little, in whole units of a third of a millimetre: lines for its text, its boxes and rules, its large words. */
export const Thumbnail = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  /** SVG path data of lines of text, of bold ones, and of boxes and rules. */
  thin: path,
  bold: path,
  rules: path,
  titles: z.array(z.strictObject({ x: z.int(), y: z.int(), width: z.int(), size: z.int(), text: z.string() })),
});
export type Thumbnail = z.infer<typeof Thumbnail>;

/** What the press answers: a PDF, or why there is none. */
export const PrintResult = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    bytes: z.instanceof(Uint8Array),
    pages: z.int().positive(),
    /** Ids of the items that had to leave for the budget, in the order in which they left. */
    leftOut: z.array(z.string()),
    thumbnail: Thumbnail,
  }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.string(),
    /** Pages the pack would need with only its must-haves, where the budget is the reason. */
    pages: z.int().positive().optional(),
    /** The rejected draft, where there is one. */
    draft: z.instanceof(Uint8Array).optional(),
  }),
]);
export type PrintResult = z.infer<typeof PrintResult>;
