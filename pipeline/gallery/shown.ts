import type { Diagnostic } from '../model/diagnostic.ts';
import type { Thumbnail } from '../model/job.ts';
import type { Library } from '../model/library.ts';
import type { Manifest } from '../model/manifest.ts';

/** As much of a build as the gallery shows. */
export interface Shown {
  library: Library;
  manifest: Manifest;
  diagnostics: Diagnostic[];
  /** The source lines that the diagnostics speak of, by `file:line`. */
  excerpts: Record<string, string>;
  /** Drawings of first pages, by the pack's file. */
  thumbnails: ReadonlyMap<string, Thumbnail>;
}
