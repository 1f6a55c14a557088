import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptReading } from '../cache/kept-reading.ts';
import type { Catalogue } from '../catalogue.ts';
import { changesMarkdown, changesScript } from '../changes/account.ts';
import { type Changes, changesOf, type Told, told } from '../changes.ts';
import { gallery } from '../gallery.ts';
import { listedJson } from '../listed.ts';
import { fileOf, manifestOf, type PrintedCopy } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { MANIFEST } from '../publish/owned.ts';
import type { Content } from '../publish.ts';
import { DATA, type Drafted } from './drafted.ts';

/** The page that leads to everything else. */
const GALLERY = 'index.html';
const HISTORY = { 'CHANGES.md': changesMarkdown, 'changes.js': changesScript };

/** The files of every build, besides its packs. */
export const FIXED = [...Object.values(DATA), GALLERY, ...Object.keys(HISTORY), MANIFEST];

/** What a build publishes, by path in the out folder, and what that changes there. */
export interface Files {
  files: Map<string, Content>;
  changes: Changes;
  /** What the next build compares itself with. */
  told: Told;
}

/** What the files of a build are made from. */
export interface Contents {
  readings: KeptReading[];
  catalogue: Catalogue;
  printed: PrintedCopy[];
  diagnostics: Diagnostic[];
  excerpts: Record<string, string>;
  versions: Record<string, string>;
}

/** Puts together the packs, the library with its schema, the gallery, the account of what changed, and the manifest of all of it. */
export async function filesOf(contents: Contents, drafted: Drafted, out: string): Promise<Files> {
  const { data, template, before } = drafted;
  const { readings, catalogue, printed, versions, ...found } = contents;
  const packs = printed.flatMap(({ copy, print }): [string, Content][] => (print.ok ? [[fileOf(copy), print]] : []));
  const manifest = manifestOf(
    printed,
    FIXED.filter((file) => file !== MANIFEST),
    versions,
  );
  const drawn = printed.flatMap(({ copy, print }) => (print.ok ? [[fileOf(copy), print.thumbnail] as const] : []));
  const [sources, sourceData] = [readings.map(({ source }) => source), readings.map((reading) => reading.sourceData)];
  const shown = { sources, sourceData, catalogue, manifest, thumbnails: new Map(drawn), ...found };
  const index = await gallery(shown, template);
  const after = told(sources, manifest.packs, (id) => catalogue.placeOf(id)?.kind ?? 'item');
  const changes = changesOf(before, after);
  const isSame = changes.packs.length + changes.sources.length === 0;
  const history = Object.entries(HISTORY).map(async ([file, tell]): Promise<[string, Content]> => {
    const last = isSame ? await readFile(join(out, file)).catch(() => undefined) : undefined;
    return [file, last ?? tell(changes)];
  });
  return {
    files: new Map([
      ...packs,
      ...data,
      [GALLERY, index],
      ...(await Promise.all(history)),
      [MANIFEST, Buffer.from(listedJson(manifest))],
    ]),
    changes,
    told: after,
  };
}
