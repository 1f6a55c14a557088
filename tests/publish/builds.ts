import { type Content, type ForNext, type OutFolder, openOut } from '../../pipeline/publish.ts';

/** What says nothing of a build. */
export const nothing: ForNext = {
  record: { inputs: null, sources: '', diagnostics: [], excerpts: {}, packs: {}, failed: [], used: [] },
  told: { sources: {}, packs: {} },
};

/** The files of a build by path, with a manifest that names them. */
export function files(texts: Record<string, string>): Map<string, Content> {
  const manifest = { schemaVersion: 1, packs: [], failed: [], files: Object.keys(texts), versions: {} };
  return new Map(Object.entries({ 'manifest.json': JSON.stringify(manifest), ...texts }));
}

export const openQuietly = (path: string): Promise<OutFolder> => openOut(path, { note: () => undefined });

/** Publishes a build as a whole process would. */
export async function publish(path: string, texts: Record<string, string>): Promise<string[]> {
  await using out = await openQuietly(path);
  return await out.publish(files(texts), nothing);
}
