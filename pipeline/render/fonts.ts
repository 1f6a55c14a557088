import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Font } from '../press/document.ts';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** What IBM Plex Sans and Plex Sans Condensed hold, of what a text may hold. */
const PLEX_RANGE =
  'U+0-1A1, U+1AF-1B0, U+1CD-1DC, U+1FA-1FF, U+218-21B, U+237, U+259, U+2BB-2BC, U+2C6-2C7, U+2D8-2DD, U+300-304, U+306-30C, U+312, U+315, U+31B, U+323, U+326-328, U+37E, U+384-38A, U+38C, U+38E-3A1, U+3A3-3CE, U+400-45F, U+462-463, U+46A-46B, U+472-475, U+490-4C2, U+4CF-4D9, U+4DC-4E9, U+4EE-4F9, U+524-525, U+1E80-1E85, U+1E9E, U+1EA0-1EF9, U+2000-200D, U+2010-2015, U+2018-201A, U+201C-201E, U+2020-2022, U+2026, U+2028-2029, U+202F-2030, U+2032-2033, U+2039-203A, U+2044, U+2070, U+2074-2079, U+2080-2089, U+20A1, U+20A4, U+20A6, U+20A8-20AE, U+20B1-20B2, U+20B4-20B5, U+20B8-20BA, U+20BD, U+20BF, U+2113, U+2116, U+2122, U+2126, U+212E, U+2150-2151, U+2153-215E, U+2190-2199, U+21A9-21AA, U+2202, U+2206, U+220F, U+2211-2212, U+2215, U+2219-221A, U+221E, U+222B, U+2236, U+2248, U+2260, U+2264-2265, U+25CA, U+2713, U+FB01-FB02, U+FEFF, U+FFFD';

const plex = (family: string, name: string): Font[] => {
  const folder = join(folderOf(`@ibm/${name}`), 'fonts/complete/woff2', family.replaceAll(' ', ''));
  return [
    { weight: 400, cut: 'Regular' },
    { weight: 600, cut: 'SemiBold' },
    { weight: 700, cut: 'Bold' },
  ].map(({ weight, cut }) => ({ family, weight, unicodeRange: PLEX_RANGE, file: `${folder}-${cut}.woff2` }));
};

const FACE = /@font-face\s*\{([^}]*)\}/g;

/** The slices of a Fontsource family, each with the characters that its own style sheet gives it. */
async function slices(name: string, family: string): Promise<Font[]> {
  const folder = folderOf(`@fontsource/${name}`);
  const css = await readFile(join(folder, '400.css'), 'utf8');
  return [...css.matchAll(FACE)].flatMap(([, face = '']) => {
    const file = /url\(\.\/([^)]+\.woff2)\)/.exec(face)?.[1];
    const unicodeRange = /unicode-range:\s*([^;]+);/.exec(face)?.[1];
    return file && unicodeRange ? [{ family, weight: 400, unicodeRange, file: join(folder, file) }] : [];
  });
}

/**
 * Every font that packs may use, each a static file. The text family comes first; the others hold what it lacks and are
 * read only where a text needs them: mathematics, symbols, Han and kana, one-colour emoji.
 */
export async function packFonts(): Promise<Font[]> {
  const [symbols, chinese, emoji] = await Promise.all([
    slices('noto-sans-symbols-2', 'Noto Sans Symbols 2'),
    slices('noto-sans-sc', 'Noto Sans SC'),
    slices('noto-emoji', 'Noto Emoji'),
  ]);
  const mathematics = join(folderOf('@fontsource/noto-sans-math'), 'files/noto-sans-math-latin-400-normal.woff2');
  return [
    ...plex('IBM Plex Sans', 'plex-sans'),
    ...plex('IBM Plex Sans Condensed', 'plex-sans-condensed'),
    { family: 'Noto Sans Math', weight: 400, unicodeRange: 'U+2190-22FF, U+27F0-27FF', file: mathematics },
    ...symbols,
    ...chinese,
    ...emoji,
  ];
}
