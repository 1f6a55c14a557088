import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACK_KINDS } from '../../templates/registry.ts';
import type { Style } from '../press/document.ts';
import { compileTemplates } from './compile.ts';
import { coverageOf } from './coverage.ts';
import { packFonts } from './fonts.ts';

const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url));

/** The templates as read from the package: compiled pages, styles, and the templates' own words. */
export type Templates = {
  pages: Record<string, (view: Record<string, unknown>) => string>;
  styles: Record<string, Style>;
  words: Words;
  /** Whether the packs' fonts can print a character. */
  covers: (character: string) => boolean;
};

/** The templates' own words, by the name that a template knows them by. */
export type Words = typeof import('../../templates/words.json');

const STRICT = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true, unless: true, with: true, lookup: true },
};

async function readPartials(): Promise<Record<string, string>> {
  const folder = join(FOLDER, 'partials');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.hbs')).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return Object.fromEntries(files.map((file, index) => [basename(file, '.hbs'), texts[index] ?? '']));
}

/**
 * Reads and compiles the templates. Templates come from the package only; what a template does not know is an error, and
 * every value is printed as text.
 */
export async function loadTemplates(): Promise<Templates> {
  const { default: handlebars } = await import('handlebars');
  const own = handlebars.create();
  const read = (...path: string[]) => readFile(join(FOLDER, ...path), 'utf8');
  const [words, shared, fonts] = await Promise.all([read('words.json'), read('shared', 'print.css'), packFonts()]);
  const texts: Record<string, string> = {};
  const styles: Templates['styles'] = {};
  for (const name of Object.keys(PACK_KINDS)) {
    const [page, style] = await Promise.all([read(name, 'page.hbs'), read(name, 'style.css')]);
    texts[name] = page;
    styles[name] = { css: `${shared}\n${style}` };
  }
  own.registerPartial(await compileTemplates('partials', own, await readPartials(), STRICT));
  const pages = await compileTemplates('pages', own, texts, STRICT);
  return { pages, styles, words: JSON.parse(words), covers: coverageOf(fonts) };
}
