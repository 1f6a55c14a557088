import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as aMoment } from 'node:timers/promises';
import { z } from 'zod';
import { changesMarkdown, changesScript } from '../changes/account.ts';
import { type Build, type Changes, changesOf, publishedBuild } from '../changes.ts';
import { type GalleryTemplate, loadGallery } from '../gallery/template.ts';
import { gallery } from '../gallery.ts';
import { fileOf, manifestOf, type PrintedCopy } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { Library } from '../model/library.ts';
import { MANIFEST } from '../publish/owned.ts';
import type { Content } from '../publish.ts';

/** The page that leads to everything else. */
const GALLERY = 'index.html';
const DATA = { library: 'library.json', schema: 'library.schema.json' };
const HISTORY = { 'CHANGES.md': changesMarkdown, 'changes.js': changesScript };

/** The files of every build, besides its packs. */
export const FIXED = [...Object.values(DATA), GALLERY, ...Object.keys(HISTORY), MANIFEST];

/** What a build publishes, by path in the out folder, and what that changes there. */
export interface Files {
  files: Map<string, Content>;
  changes: Changes;
}

/** What the files of a build are made from. */
export interface Contents {
  library: Library;
  printed: PrintedCopy[];
  diagnostics: Diagnostic[];
  excerpts: Record<string, string>;
  versions: Record<string, string>;
}

/** What of the files hangs on the library alone. */
export interface Drafted {
  data: [string, Content][];
  template: GalleryTemplate;
  /** The build that stands in the out folder. */
  before: Build | undefined;
}

/** Makes what hangs on the library alone, and lets others have their turn in between. */
export async function draftFiles(library: Library, out: string): Promise<Drafted> {
  await aMoment();
  const template = await loadGallery();
  await aMoment();
  const before = await publishedBuild(out);
  await aMoment();
  const data: [string, Content][] = [
    [DATA.library, json(library)],
    [DATA.schema, json(z.toJSONSchema(Library))],
  ];
  return { data, template, before };
}

/** Puts together the packs, the library with its schema, the gallery, the account of what changed, and the manifest of all of it. */
export async function filesOf(contents: Contents, drafted: Drafted, out: string): Promise<Files> {
  const { data, template, before } = drafted;
  const { library, printed, versions, ...found } = contents;
  const packs = printed.flatMap(({ copy, print }): [string, Content][] => (print.ok ? [[fileOf(copy), print]] : []));
  const manifest = manifestOf(
    printed,
    FIXED.filter((file) => file !== MANIFEST),
    versions,
  );
  const drawn = printed.flatMap(({ copy, print }) => (print.ok ? [[fileOf(copy), print.thumbnail] as const] : []));
  const index = await gallery({ library, manifest, thumbnails: new Map(drawn), ...found }, template);
  const changes = changesOf(before, { library, manifest });
  const isSame = changes.packs.length + changes.sources.length === 0;
  const told = Object.entries(HISTORY).map(async ([file, tell]): Promise<[string, Content]> => {
    const last = isSame ? await readFile(join(out, file)).catch(() => undefined) : undefined;
    return [file, last ?? tell(changes)];
  });
  return {
    files: new Map([...packs, ...data, [GALLERY, index], ...(await Promise.all(told)), [MANIFEST, json(manifest)]]),
    changes,
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
