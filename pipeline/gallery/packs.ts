import { grouped } from '../grouped.ts';
import { packOf } from '../manifest.ts';
import { BANDS } from '../model/band.ts';
import type { Thumbnail } from '../model/job.ts';
import type { FailedPack, Manifest, ManifestPack } from '../model/manifest.ts';
import type { Words } from '../render/templates.ts';
import { levelName, titled } from '../render/wording.ts';
import { GENERAL } from '../select/nearness.ts';
import type { Shown } from './shown.ts';
import type { GalleryWords } from './template.ts';
import { byText, countedText } from './wording.ts';

/** A pack with its file on each paper. */
export interface PackView {
  /** Its name, without the paper: `meta/ic6/cheat-sheet`. */
  path: string;
  /** What the filters compare. */
  company: string;
  level: string;
  role: string;
  kind: string;
  papers: string;
  /** All words that it is found by. */
  text: string;
  title: string;
  /** The title with the audience: what it is called away from its place. */
  fullTitle: string;
  facts: string;
  files: { href: string; paper: string; name: string }[];
  /** Ids of the items that it prints on any paper. */
  items: string[];
  thumbnail: Thumbnail | null;
}

export interface AudienceView {
  level: string;
  band: string;
  role: string;
  packs: PackView[];
}

export interface CompanyView {
  name: string;
  isGeneral: boolean;
  audiences: AudienceView[];
}

/** Packs by company, then by level and role; what is for everybody comes last. */
export function companyViews({ manifest, thumbnails }: Shown, words: GalleryWords, packWords: Words): CompanyView[] {
  const companies = [...grouped(manifest.packs, ({ company }) => company)].sort(
    ([a], [b]) => Number(a === GENERAL) - Number(b === GENERAL) || byText(a, b),
  );
  return companies.map(([company, packs]) => ({
    name: companyName(company, packWords),
    isGeneral: company === GENERAL,
    audiences: [...grouped(packs, ({ level, role }) => JSON.stringify([level, role])).values()]
      .sort(([a], [b]) => (a && b ? byAudience(a, b) : 0))
      .map((ofAudience) => audienceView(ofAudience, thumbnails, words, packWords)),
  }));
}

function audienceView(
  ofAudience: ManifestPack[],
  thumbnails: Shown['thumbnails'],
  words: GalleryWords,
  packWords: Words,
): AudienceView {
  const [first] = ofAudience;
  return {
    level: levelTitle(first?.level ?? null, words, packWords),
    band: first?.band ? packWords.bands[first.band] : '',
    role: first?.role ? titled(first.role) : '',
    packs: [...grouped(ofAudience, ({ file }) => packOf(file))].map(([path, copies]) =>
      packView(path, copies, thumbnails, words, packWords),
    ),
  };
}

function packView(
  path: string,
  copies: ManifestPack[],
  thumbnails: Shown['thumbnails'],
  words: GalleryWords,
  packWords: Words,
): PackView {
  const [first] = copies;
  if (!first) throw new Error(`${path} has no file`);
  const { company, level, band, role, kind } = first;
  const title = kindName(kind, packWords);
  const fullTitle = fullTitleOf(first, words, packWords);
  const most = (of: (copy: ManifestPack) => number) => Math.max(...copies.map(of));
  const items = [...new Set(copies.flatMap((copy) => copy.items))];
  const leftOut = most((copy) => copy.leftOut.length);
  return {
    path,
    company,
    level: level ?? '',
    role: role ?? '',
    kind,
    papers: copies.map(({ paper }) => paper).join(' '),
    text: [fullTitle, band, role, company, path].filter(Boolean).join(' '),
    title,
    fullTitle,
    facts: [
      countedText(
        most(({ pages }) => pages),
        words.pages,
      ),
      countedText(items.length, words.items),
      ...(leftOut > 0 ? [`${leftOut} ${words.leftOut}`] : []),
    ].join(' · '),
    files: copies.map(({ file, paper }) => {
      const name = words.papers[paper];
      return { href: hrefOf(file), paper: name, name: `${fullTitle}, ${name}` };
    }),
    items,
    thumbnail: thumbnails.get(first.file) ?? null,
  };
}

/** What could not be made, and why. */
export function failedViews({ failed }: Manifest, words: GalleryWords, packWords: Words) {
  return failed.map((pack) => ({
    name: `${fullTitleOf(pack, words, packWords)}, ${words.papers[pack.paper]}`,
    reason: pack.reason,
  }));
}

/** The name of a company for people. */
export const companyName = (company: string, { general }: Words): string =>
  company === GENERAL ? general : titled(company);

/** The name of a kind of pack for people. */
export const kindName = (kind: string, { kinds }: Words): string =>
  Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? titled(kind);

function levelTitle(level: string | null, words: GalleryWords, packWords: Words): string {
  return level === null ? words.allLevels : levelName(level, packWords);
}

function fullTitleOf(pack: ManifestPack | FailedPack, words: GalleryWords, packWords: Words): string {
  const { company, level, role, kind } = pack;
  const parts = [companyName(company, packWords), levelTitle(level, words, packWords), role && titled(role)];
  return [...parts, kindName(kind, packWords)].filter(Boolean).join(' ');
}

/** The address of a file beside the page. */
const hrefOf = (file: string) => `./${file.split('/').map(encodeURIComponent).join('/')}`;

function byAudience(a: ManifestPack, b: ManifestPack): number {
  const rank = ({ level, band }: ManifestPack) =>
    level === null ? -1 : band === null ? BANDS.length : BANDS.indexOf(band);
  return rank(a) - rank(b) || byText(a.level ?? '', b.level ?? '') || byText(a.role ?? '', b.role ?? '');
}
