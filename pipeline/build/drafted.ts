import { setImmediate as aMoment } from 'node:timers/promises';
import { z } from 'zod';
import { type Build, publishedBuild } from '../changes.ts';
import { contradictions } from '../extract/contradict.ts';
import { type GalleryTemplate, loadGallery } from '../gallery/template.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { Library } from '../model/library.ts';
import type { Content } from '../publish.ts';

/** The files that hold the library and its schema. */
export const DATA = { library: 'library.json', schema: 'library.schema.json' };

/** What a build publishes and says that hangs on its library alone: made while the browser prints. */
export interface Drafted {
  data: [string, Content][];
  contradictions: Diagnostic[];
  template: GalleryTemplate;
  /** The build that stands in the out folder. */
  before: Build | undefined;
}

/** Makes it, and lets others have their turn in between. */
export async function draft(library: Library, out: string): Promise<Drafted> {
  await aMoment();
  const template = await loadGallery();
  await aMoment();
  const before = await publishedBuild(out);
  await aMoment();
  const found = contradictions(library);
  await aMoment();
  const data: [string, Content][] = [
    [DATA.library, json(library)],
    [DATA.schema, json(z.toJSONSchema(Library))],
  ];
  return { data, contradictions: found, template, before };
}

/** JSON for people to read, too. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
