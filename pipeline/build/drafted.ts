import { setImmediate as aMoment } from 'node:timers/promises';
import { z } from 'zod';
import type { KeptReading } from '../cache/kept-reading.ts';
import { publishedBuild, type Told } from '../changes.ts';
import { contradictions } from '../extract/contradict.ts';
import { type GalleryTemplate, loadGallery } from '../gallery/template.ts';
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
    [DATA.schema, json(z.toJSONSchema(Library))],
  ];
  return { data, contradictions: found, template, before };
}

/** The library of readings as a file holds it, in which their items stand as they were kept. */
export function libraryFile(readings: Pick<KeptReading, 'source' | 'itemsJson'>[]): Uint8Array {
  const sources = { schemaVersion: 1, sources: readings.map(({ source }) => source) } satisfies Omit<Library, 'items'>;
  const head = JSON.stringify(sources, null, 2).slice(0, -'\n}'.length);
  const lists = readings.flatMap(({ itemsJson }) => (itemsJson.length > 0 ? [itemsJson] : []));
  const items = lists.flatMap((list, place) => (place === 0 ? [list] : [Buffer.from(','), list]));
  const end = `${lists.length > 0 ? '\n  ' : ''}]\n}\n`;
  return Buffer.concat([Buffer.from(`${head},\n  "items": [`), ...items, Buffer.from(end)]);
}

/** JSON for people to read, too. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
