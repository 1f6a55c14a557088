import { z } from 'zod';
import { Band } from './scope.ts';

export const PAPERS = ['a4', 'letter'] as const;
export const Paper = z.enum(PAPERS);
export type Paper = z.infer<typeof Paper>;

/** For whom a pack is printed. */
export const Audience = z.strictObject({
  /** A company's slug, or `general`. */
  company: z.string().min(1),
  /** The company's own name for the level; null for all levels. */
  level: z.string().nullable(),
  band: Band.nullable(),
  role: z.string().nullable(),
});
export type Audience = z.infer<typeof Audience>;

const leftOut = z.array(z.strictObject({ id: z.string(), reason: z.string() }));
const described = { ...Audience.shape, kind: z.string(), paper: Paper, items: z.array(z.string()), leftOut };

export const ManifestPack = z.strictObject({
  ...described,
  file: z.string(),
  pages: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ManifestPack = z.infer<typeof ManifestPack>;

export const FailedPack = z.strictObject({ ...described, pages: z.int().nonnegative().optional(), reason: z.string() });
export type FailedPack = z.infer<typeof FailedPack>;

export const Manifest = z.strictObject({
  schemaVersion: z.literal(1),
  packs: z.array(ManifestPack),
  failed: z.array(FailedPack),
  /** Every other file of the build, relative to the out folder. */
  files: z.array(z.string()),
  versions: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;
