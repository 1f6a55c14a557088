import { rememberedInPage } from '../page-memory.ts';

const LINK = /!?\[([^[\]]*)\]\([^()]*\)/g;
/** What is left of a link whose front was cut off. */
const ADDRESS = /\]\((?:[a-z]+:|www\.|[/.#])[^()\s]*(?: "[^"]*")?\)/gi;

const once = (text: string): string =>
  text
    .replace(LINK, '$1')
    .replace(ADDRESS, '')
    .replace(/(?<=[\p{L}\p{N})])\*\*(?=[\p{N}(])/gu, '^')
    .replace(/(?<=[\p{L}\p{N}])_{2,}(?=[\p{L}\p{N}])/gu, '_')
    .replace(/\*\*|_{2,}|```/g, '')
    .replace(/(?<=^|[\s(“"‘'])\*(?=\S)|(?<=\S)\*(?=$|[\s.,;:!?)”"’'])/g, '')
    .replace(/^(?:\s*[-*•]\s+|\s*#{1,6}\s+)+/, '')
    .replaceAll('](', '] (')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/==(?=\S)([^=]+)==/g, '$1')
    .replace(/(?:\s*\|)+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a text holds a word or a number: one that does not says nothing. */
export const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * A text without the marks of Markdown and HTML that a parser has left in it, with single spaces. What only looks like a mark stays: the power in
 * `2**10`, the line in `snake__case`, and the words between angle brackets that are no tag.
 */
export const unmark = rememberedInPage((text: string): string => {
  let before = text;
  let after = once(text);
  while (after !== before) [before, after] = [after, once(after)];
  return after;
});
