import type { Print } from './cache/prints.ts';
import type { FailedPack, Manifest, ManifestPack, Paper } from './model/manifest.ts';
import type { PackDigest } from './model/pack.ts';

/** A pack on one paper. */
export interface Copy {
  pack: PackDigest;
  paper: Paper;
}

/** What became of a copy, with its key in the cache. */
export interface PrintedCopy {
  copy: Copy;
  key: string;
  print: Print;
  /** Whether this build printed it, or tried to. */
  isNew: boolean;
}

/** The file of a copy, relative to the out folder. */
export const fileOf = ({ pack, paper }: Copy): string => `${pack.path}.${paper}.pdf`;

/** The pack that a file holds on one paper: `meta/ic6/cheat-sheet`. */
export const packOf = (file: string): string => file.replace(/\.[^./]+\.pdf$/, '');

const byFile = (a: PrintedCopy, b: PrintedCopy) => (fileOf(a.copy) < fileOf(b.copy) ? -1 : 1);

/** The manifest of a build: each copy stands in `packs` where it was printed, else in `failed`. `files` are the other files. */
export function manifestOf(printed: PrintedCopy[], files: string[], versions: Record<string, string>): Manifest {
  const packs: ManifestPack[] = [];
  const failed: FailedPack[] = [];
  for (const { copy, print } of [...printed].sort(byFile)) {
    const { pack, paper } = copy;
    const described = { ...pack.audience, kind: pack.kind, paper };
    const { items } = pack;
    if (!print.ok) {
      const { reason, pages } = print;
      failed.push({ ...described, items, leftOut: pack.leftOut, ...(pages === undefined ? {} : { pages }), reason });
      continue;
    }
    const left = new Set(print.leftOut);
    packs.push({
      ...described,
      file: fileOf(copy),
      pages: print.pages,
      sha256: print.sha256,
      items: items.filter((id) => !left.has(id)),
      leftOut: [...pack.leftOut, ...print.leftOut.map((id) => ({ id, reason: 'no room within the page budget' }))],
    });
  }
  return { schemaVersion: 1, packs, failed, files: [...files].sort(), versions };
}
