import { z } from 'zod';
import { BANDS } from './band.ts';

export const Band = z.enum(BANDS);
export type Band = z.infer<typeof Band>;

/** For whom something holds. An empty list means "any". */
export const Scope = z.strictObject({
  companies: z.array(z.string()),
  levels: z.array(z.string()),
  roles: z.array(z.string()),
  rounds: z.array(z.string()),
  difficulty: z.string().optional(),
  topics: z.array(z.string()),
  band: Band.optional(),
});
export type Scope = z.infer<typeof Scope>;
