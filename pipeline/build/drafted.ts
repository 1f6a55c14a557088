import { setImmediate as aMoment } from 'node:timers/promises';
import { z } from 'zod';
import type { KeptReading } from '../cache/kept-reading.ts';
import { publishedBuild, type Told } from '../changes.ts';
import { contradictions } from '../extract/contradict.ts';
import { type GalleryTemplate, loadGallery } from '../gallery/template.ts';
import { listedWith } from '../listed.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { Library } from '../model/library.ts';
import type { Content } from '../publish.ts';

/** The files that hold the library and its schema. */
export const DATA = { library: 'library.json', schema: 'library.schema.json' };

/** What a build publishes and says that hangs on its readings alone: made while the browser prints. */
export interface Drafted {
  data: [string, Content][];
  contradictions: Diagnostic[];
  template: GalleryTemplate;
  /** The build that stands in the out folder. */
  before: Told | undefined;
}

/** Makes it, and lets others have their turn in between. */
export async function draft(readings: KeptReading[], out: string): Promise<Drafted> {
  await aMoment();
  const template = await loadGallery();
  await aMoment();
  const before = await publishedBuild(out);
  await aMoment();
  const found = contradictions(readings.map(({ digest }) => digest.claims));
  await aMoment();
  const data: [string, Content][] = [
    [DATA.library, libraryFile(readings)],
    [DATA.schema, `${JSON.stringify(z.toJSONSchema(Library), null, 2)}\n`],
  ];
  return { data, contradictions: found, template, before };
}

/** The file of the library, in which the items stand as they were kept. */
export function libraryFile(readings: Pick<KeptReading, 'source' | 'itemsJson'>[]): Uint8Array {
  const rest = { schemaVersion: 1, sources: readings.map(({ source }) => source) } satisfies Omit<Library, 'items'>;
  const items = readings.map(({ itemsJson }) => itemsJson);
  return listedWith(rest, 'items' satisfies keyof Library, items);
}
