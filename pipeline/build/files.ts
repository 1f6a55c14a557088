import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { changesMarkdown, changesScript } from '../changes/account.ts';
import { type Changes, changesOf, publishedBuild } from '../changes.ts';
import { gallery } from '../gallery.ts';
import { fileOf, manifestOf, type PrintedCopy } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { Library } from '../model/library.ts';
import type { Content } from '../publish.ts';

/** The page that leads to everything else. */
const GALLERY = 'index.html';

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

/** Puts together the packs, the library with its schema, the gallery, the account of what changed, and the manifest of all of it. */
export async function filesOf(contents: Contents, out: string): Promise<Files> {
  const { library, printed, versions, ...found } = contents;
  const packs = printed.flatMap(({ copy, print }): [string, Content][] => (print.ok ? [[fileOf(copy), print]] : []));
  const data: [string, Content][] = [
    ['library.json', json(library)],
    ['library.schema.json', json(z.toJSONSchema(Library))],
  ];
  const history = { 'CHANGES.md': changesMarkdown, 'changes.js': changesScript };
  const manifest = manifestOf(printed, [...data.map(([file]) => file), GALLERY, ...Object.keys(history)], versions);
  const drawn = printed.flatMap(({ copy, print }) => (print.ok ? [[fileOf(copy), print.thumbnail] as const] : []));
  const index = await gallery({ library, manifest, thumbnails: new Map(drawn), ...found });
  const changes = changesOf(await publishedBuild(out), { library, manifest });
  const isSame = changes.packs.length + changes.sources.length === 0;
  const told = Object.entries(history).map(async ([file, tell]): Promise<[string, Content]> => {
    const last = isSame ? await readFile(join(out, file)).catch(() => undefined) : undefined;
    return [file, last ?? tell(changes)];
  });
  return {
    files: new Map([
      ...packs,
      ...data,
      [GALLERY, index],
      ...(await Promise.all(told)),
      ['manifest.json', json(manifest)],
    ]),
    changes,
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
