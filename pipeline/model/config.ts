import { z } from 'zod';
import { Paper } from './manifest.ts';

const names = z.array(z.string().min(1)).min(1).optional();

/** `packs.config.json`: what is asked for where the command line does not say it. */
export const PacksConfig = z.strictObject({
  /** A line of the user's own at the foot of every page. */
  branding: z.string().min(1).max(120).optional(),
  companies: names,
  levels: names,
  roles: names,
  packs: names,
  papers: z.array(Paper).min(1).optional(),
});
export type PacksConfig = z.infer<typeof PacksConfig>;
