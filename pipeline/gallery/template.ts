import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compileTemplates } from '../render/compile.ts';
import type { Words } from '../render/templates.ts';

const FOLDER = fileURLToPath(new URL('../../templates/', import.meta.url));

/** The gallery's own words, by the name that its template knows them by. */
export type GalleryWords = typeof import('../../templates/gallery/words.json');

const STRICT = { strict: true, knownHelpersOnly: true, knownHelpers: { each: true, if: true } };

export interface GalleryTemplate {
  /** Makes the page, in two parts: between them stands the data of its script, as JSON that can stand there. */
  page: (view: Record<string, unknown>) => [before: string, after: string];
  words: GalleryWords;
  packWords: Words;
}

/** Stands where the data goes; nothing else in a page can look like it. */
const DATA = '<!--data-->';

/** Reads and compiles the gallery's template with its style and its script. */
export async function loadGallery(): Promise<GalleryTemplate> {
  const { default: handlebars } = await import('handlebars');
  const read = (file: string) => readFile(`${FOLDER}${file}`, 'utf8');
  const [source, style, script, words, packWords] = await Promise.all(
    ['gallery/page.hbs', 'gallery/style.css', 'gallery/script.js', 'gallery/words.json', 'words.json'].map(read),
  );
  if (!source || !style || !script || !words || !packWords) throw new Error('A file of the gallery is empty');
  const { template } = await compileTemplates('gallery', handlebars.create(), { template: source }, STRICT);
  // What stands in a style or a script element is no HTML: entities would stay there as they are.
  const bare = (text: string) => new handlebars.SafeString(text);
  return {
    page: (view) => {
      const policy = policyFor(style, script);
      const html = template({ ...view, data: bare(DATA), style: bare(style), script: bare(script), policy });
      const at = html.indexOf(DATA);
      return [html.slice(0, at), html.slice(at + DATA.length)];
    },
    words: JSON.parse(words),
    packWords: JSON.parse(packWords),
  };
}

/** JSON that cannot end the script element in which it stands, nor open a comment there. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Nothing may run but these, nothing be loaded but what stands beside the page. */
function policyFor(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src 'self' ${hash(script)}`,
    `style-src 'self' ${hash(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
