/** The words of a text: runs of letters and digits, in lower case, compatibility forms folded. */
export const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words joined by hyphens: the form in which names are compared. */
export const slug = (text: string): string => words(text).join('-');

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const MARKUP: [pattern: RegExp, replacement: string][] = [
  [/<!--[\s\S]*?-->/g, ' '],
  [/<\/?[a-z][^>]*>/gi, ' '],
  [/!?\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/&(amp|lt|gt|quot|#39|nbsp);/g, ' '],
  [INVISIBLE, ''],
];

/** A text without comments, tags, link addresses, entities and invisible characters. */
export const withoutMarkup = (text: string): string =>
  MARKUP.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);

/** The letters and digits of a text in one run, so that mended white space makes no difference. */
export const letters = (text: string): string => words(withoutMarkup(text)).join('');
