import type { Catalogue } from '../catalogue.ts';
import { BANDS } from '../model/band.ts';
import { KINDS } from '../model/item.ts';
import { type ManifestPack, PAPERS } from '../model/manifest.ts';
import type { Words } from '../render/templates.ts';
import { titled } from '../render/wording.ts';
import { GENERAL } from '../select/nearness.ts';
import { companyName, kindName } from './packs.ts';
import type { GalleryWords } from './template.ts';
import { byText, labelOf } from './wording.ts';

/** A list to choose one value from, where there is a choice. */
export interface Filter {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

/** What packs can be chosen by. */
export function packFilters(packs: ManifestPack[], words: GalleryWords, packWords: Words): Filter[] {
  const values = (of: (pack: ManifestPack) => string | null) => distinct(packs.flatMap((pack) => of(pack) ?? []));
  const companies = values(({ company }) => company);
  const general = companies.filter((company) => company === GENERAL);
  return filters([
    [
      'company',
      words.company,
      [...companies.filter((company) => company !== GENERAL), ...general],
      (company) => companyName(company, packWords),
    ],
    ['level', words.level, values(({ level }) => level), (level) => level],
    ['role', words.role, values(({ role }) => role), titled],
    ['kind', words.kind, values(({ kind }) => kind), (kind) => kindName(kind, packWords)],
    [
      'papers',
      words.paper,
      PAPERS.filter((paper) => packs.some((pack) => pack.paper === paper)),
      (paper) => words.papers[paper as keyof typeof words.papers],
    ],
  ]);
}

/** What the items of the library can be chosen by. */
export function itemFilters({ addressees, kinds }: Catalogue, words: GalleryWords): Filter[] {
  const levels = distinct(addressees.flatMap((addressee) => addressee.levels));
  const isBand = (level: string) => (BANDS as readonly string[]).includes(level);
  return filters([
    ['companies', words.company, distinct(addressees.flatMap(({ companies }) => companies)), titled],
    [
      'levels',
      words.level,
      [...levels.filter((level) => !isBand(level)), ...BANDS.filter((band) => levels.includes(band))],
      (level) => (isBand(level) ? `${level} ${words.band}` : level),
    ],
    ['kind', words.kind, KINDS.filter((kind) => kinds.has(kind)), labelOf],
  ]);
}

type Choice = [name: string, label: string, values: string[], labelOf: (value: string) => string];

const filters = (choices: Choice[]): Filter[] =>
  choices
    .filter(([, , values]) => values.length > 1)
    .map(([name, label, values, nameOf]) => ({
      name,
      label,
      options: values.map((value) => ({ value, label: nameOf(value) })),
    }));

const distinct = (values: string[]): string[] => [...new Set(values)].sort(byText);
