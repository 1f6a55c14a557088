import companies from './companies.json' with { type: 'json' };
import { normalise } from './normalise.ts';

const bySlug = Object.entries(companies.names) as [string, string[]][];
const names = bySlug
  .flatMap(([slug, all]) =>
    all.map((name) => ({
      slug,
      name,
      key: normalise(name),
      spelt: new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.]/g, '\\.')}(?![\\p{L}\\p{N}])(?!-)`, 'u'),
    })),
  )
  .sort((a, b) => b.name.length - a.name.length);
const ambiguous = new Set([
  'apple',
  'meta',
  'snap',
  'intel',
  'visa',
  'oracle',
  'amd',
  'sap',
  'booking',
  'stripe',
  'uber',
]);

/** A name as a slug: `Capital One` → `capital-one`. */
export const slug = (text: string): string => normalise(text).replaceAll(' ', '-');

/** The slug of a company that the text names and nothing else ("Meta", "Amazon (AWS)"). */
export function companyOf(text: string): string | undefined {
  const bare = normalise(text.replace(/\([^)]*\)/g, ''));
  return names.find(({ key }) => key === bare)?.slug;
}

/** The slugs of companies whose name stands in a heading or a title, spelt as a name. */
export function companiesIn(text: string): string[] {
  const found = new Set<string>();
  for (const { slug, name, spelt } of names) {
    if (
      text.includes(name) &&
      spelt.test(text) &&
      !(ambiguous.has(slug) && text === text.toUpperCase() && !/^\S+$/.test(text) && name.length < 4)
    )
      found.add(slug);
  }
  return [...found];
}

/** The company whose own word for its values the text uses: "Googleyness" names Google. */
export function companyByOwnWord(text: string): string | undefined {
  const words = ` ${normalise(text)} `;
  return Object.entries(companies.ownWords).find(([, own]) => own.some((word) => words.includes(` ${word} `)))?.[0];
}

/** A title with a company's name glued to its end, divided. */
export function companyAtEnd(text: string): [string, string] | undefined {
  for (const { name } of names) {
    const head = text.slice(0, -name.length);
    if (text.endsWith(name) && head.length > 8 && /[\p{L}\p{N}?.”"')]$/u.test(head)) return [head, name];
  }
  return undefined;
}
