import { normalise } from './normalise.ts';

const CODE =
  /(?<![\p{L}\p{N}-])(ICT ?\d|IC ?\d|L ?\d{1,2}[ab]?|E ?\d|T ?\d|P ?\d|M ?\d|SDE ?(?:I{1,3}|IV|\d)|SWE ?(?:I{1,3}|\d))(?![\p{L}\p{N}])/gu;
const BAND_WORDS = [
  'entry level',
  'entry',
  'junior',
  'mid level',
  'mid',
  'senior staff',
  'senior',
  'staff',
  'principal',
  'distinguished',
  'partner',
  'fellow',
  'intern',
  'new grad',
];
const tidy = (code: string): string => code.replace(/^((?:ICT|IC|L|E|T|P|M)) (?=\d)/, '$1');

/**
 * The level codes that a heading, a label's value or a table's cell names: `IC6`, `L5`, `63`, ranges spelt out (`61–62`). What
 * stands in brackets behind another is its alias. Bare numbers count only behind the word level, in a range of levels, or where the text is nothing else.
 */
export function levelsIn(text: string): string[] {
  const found = codesIn(text.replace(/\([^)]*\)/g, ' '));
  if (found.length === 0) found.push(...codesIn(text));
  const numbered =
    /(?:levels?|grades?)\W{0,3}((?:\d{2})(?:\s*(?:[-–—,/&]|to|and|or)\s*\d{2})*)/i.exec(text) ??
    /^\W*(\d{2}(?:\s*(?:[-–—/,]|to|and|or)\s*\d{2})*)\+?\W*(?:\(|$|[—–:-]\s|\s(?:bar|band)\b)/i.exec(text);
  if (found.length === 0 && numbered?.[1]) {
    const numbers = numbered[1].match(/\d{2}/g)?.map(Number) ?? [];
    const [low = 0, high = low] = numbers;
    const isRange = numbers.length === 2 && /[-–—]|to/.test(numbered[1]) && high > low && high - low < 6;
    if (numbers.every((n) => n >= 50 && n <= 80))
      for (const n of isRange ? between(low, high) : numbers) found.push(String(n));
  }
  const ends = /(?<![\p{L}\p{N}])(ICT|IC|L|E)(\d)\s*(?:[-–—]|to|through)\s*\1?(\d)(?!\p{N})/u.exec(text);
  if (ends) for (const n of between(Number(ends[2]), Number(ends[3]))) found.push(`${ends[1]}${n}`);
  return [...new Set(found)];
}

const codesIn = (text: string): string[] => [...text.matchAll(CODE)].map((match) => tidy(match[1] ?? ''));

const between = (low: number, high: number): number[] =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);

/** A band's word that is all a heading or a cell says ("Senior", "Staff level", "Senior engineers"), as the source has it. */
export function bandWordIn(text: string): string | undefined {
  const words = normalise(text.split(/[:(]|\s[—–-]\s/)[0] ?? '').replace(
    / (?:level|levels|engineer|engineers|candidates?|band|bar|questions?|ic)\b/g,
    '',
  );
  return BAND_WORDS.find((word) => words === word);
}
