import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Copy, fileOf } from '../manifest.ts';
import { writeWhole } from './entries.ts';

/** PDFs that were rejected, under the names that the packs would have had: somebody may want to see why. */
export interface Drafts {
  put(copy: Copy, draft: Uint8Array): Promise<void>;
  /** Forgets the draft of a copy that is made now. */
  drop(copy: Copy): Promise<void>;
}

export function openDrafts(folder: string): Drafts {
  const path = (copy: Copy) => join(folder, fileOf(copy));
  return {
    put: (copy, draft) => writeWhole(path(copy), draft),
    drop: (copy) => rm(path(copy), { force: true }),
  };
}
