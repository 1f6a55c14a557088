import { z } from 'zod';
import { Band } from './scope.ts';

const Rung = z.strictObject({ level: z.string().min(1), aliases: z.array(z.string().min(1)), band: Band });

/** The level ladders of companies, with how sure each is. Data, not evidence: a ladder alone makes no pack. */
export const Ladders = z.strictObject({
  provenance: z.string(),
  /** Further words for the bands. */
  bands: z.record(Band, z.array(z.string())),
  companies: z.array(
    z.strictObject({
      company: z.string().min(1),
      sure: z.enum(['high', 'medium', 'weak']),
      provenance: z.string(),
      levels: z.array(Rung),
    }),
  ),
});
export type Ladders = z.infer<typeof Ladders>;
export type Rung = z.infer<typeof Rung>;
