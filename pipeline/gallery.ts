import { itemFilters, packFilters } from './gallery/filters.ts';
import { libraryData } from './gallery/items.ts';
import { companyViews, failedViews } from './gallery/packs.ts';
import type { Shown } from './gallery/shown.ts';
import { sourceViews } from './gallery/sources.ts';
import { type GalleryTemplate, loadGallery } from './gallery/template.ts';
import { counted } from './gallery/wording.ts';

/**
 * The gallery of a build as one HTML file: packs, sources and the whole library, to look through and to search. It needs no server and
 * asks for nothing but `changes.js` beside it. The same build gives the same bytes.
 */
export async function gallery(shown: Shown, template?: GalleryTemplate): Promise<string> {
  const { page, words, packWords } = template ?? (await loadGallery());
  const { library, manifest } = shown;
  const companies = companyViews(shown, words, packWords);
  const packs = companies.flatMap(({ audiences }) => audiences.flatMap((audience) => audience.packs));
  const named = companies.filter(({ isGeneral }) => !isGeneral);
  const data = { words: words.script, ...libraryData(library, packs, packWords) };
  return page({
    words,
    summary: [
      counted(packs.length, words.summary.packs),
      counted(named.length, words.summary.companies),
      counted(library.sources.length, words.summary.sources),
      counted(library.items.length, words.summary.items),
    ],
    companies,
    packFilters: packFilters(manifest.packs, words, packWords),
    failed: failedViews(manifest, words, packWords),
    sources: sourceViews(shown, words),
    itemFilters: itemFilters(library.items, words),
    data,
  });
}
