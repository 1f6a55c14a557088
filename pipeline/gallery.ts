import { itemFilters, packFilters } from './gallery/filters.ts';
import { libraryData } from './gallery/library-data.ts';
import { companyViews, failedViews } from './gallery/packs.ts';
import type { Shown } from './gallery/shown.ts';
import { sourceViews } from './gallery/sources.ts';
import { type GalleryTemplate, loadGallery, scriptJson } from './gallery/template.ts';
import { counted } from './gallery/wording.ts';
import { joined } from './listed.ts';

/**
 * The gallery of a build as one HTML file: packs, sources and the whole library, to look through and to search. It needs no server and
 * asks for nothing but `changes.js` beside it. The same build gives the same bytes.
 */
export async function gallery(shown: Shown, template?: GalleryTemplate): Promise<Uint8Array> {
  const { page, words, packWords } = template ?? (await loadGallery());
  const { sources, catalogue, sourceData, manifest } = shown;
  const companies = companyViews(shown, words, packWords);
  const packs = companies.flatMap(({ audiences }) => audiences.flatMap((audience) => audience.packs));
  const named = companies.filter(({ isGeneral }) => !isGeneral);
  const data = { words: words.script, ...libraryData(catalogue, packs, packWords) };
  const [before, after] = page({
    words,
    summary: [
      counted(packs.length, words.summary.packs),
      counted(named.length, words.summary.companies),
      counted(sources.length, words.summary.sources),
      counted(catalogue.size, words.summary.items),
    ],
    companies,
    packFilters: packFilters(manifest.packs, words, packWords),
    failed: failedViews(manifest, words, packWords),
    sources: sourceViews(shown, words),
    itemFilters: itemFilters(catalogue, words),
  });
  return Buffer.concat([Buffer.from(before), ...withSources(data, sourceData), Buffer.from(after)]);
}

/** The data of the script as JSON, in which what it knows of each source stands as it was kept. */
function withSources(data: object, sources: Uint8Array[]): Uint8Array[] {
  return [Buffer.from(`${scriptJson(data).slice(0, -1)},"sources":[`), ...joined(sources), Buffer.from(']}')];
}
