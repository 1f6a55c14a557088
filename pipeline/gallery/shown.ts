import type { Catalogue } from '../catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Thumbnail } from '../model/job.ts';
import type { Source } from '../model/library.ts';
import type { Manifest } from '../model/manifest.ts';

/** As much of a build as the gallery shows. */
export interface Shown {
  sources: Source[];
  catalogue: Catalogue;
  /** What the script knows of each source, as JSON. */
  sourceData: Uint8Array[];
  manifest: Manifest;
  diagnostics: Diagnostic[];
  /** The source lines that the diagnostics speak of, by `file:line`. */
  excerpts: Record<string, string>;
  /** Drawings of first pages, by the pack's file. */
  thumbnails: ReadonlyMap<string, Thumbnail>;
}
