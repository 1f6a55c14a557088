import type { Diagnostic } from '../model/diagnostic.ts';

/** What a build has done, for whoever reports it. */
export interface Outcome {
  diagnostics: Diagnostic[];
  /** The source lines that the diagnostics speak of, by `file:line`. */
  excerpts: Record<string, string>;
  /** Every pack that now stands in the out folder, and whether this build has printed it. */
  packs: { file: string; pages: number; isNew: boolean }[];
  /** Files of packs that could not be made. */
  failed: string[];
  /** Whether the out folder holds this build. */
  isPublished: boolean;
  /** Files that were written or removed. */
  changed: string[];
  /** What changed in each pack, a line each. */
  account: string[];
  /** Why packs were printed or not, a line each, where that was asked. */
  why: string[];
}
