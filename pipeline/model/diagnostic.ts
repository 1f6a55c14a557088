import { z } from 'zod';

export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** One problem, or one thing worth knowing, at one place. The plain form of a vfile message. */
export const Diagnostic = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  severity: z.enum(SEVERITIES),
  /** Rule id: a key of `RULES`. */
  rule: z.string(),
  /** What was found. */
  found: z.string(),
  /** What was expected instead. */
  expected: z.string(),
  /** What to do about it. */
  advice: z.string(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;
