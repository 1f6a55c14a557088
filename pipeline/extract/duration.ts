import { unitOf } from '../vocabulary/vocabulary.ts';

/** A length of time in seconds, a range of it, or a share in percent. */
export type Duration = { seconds: number } | { secondsMin: number; secondsMax: number } | { percent: number };

const FACTOR = { second: 1, minute: 60, hour: 3600 };
const UNIT = String.raw`((?!to\b|bis\b|and\b)[\p{L}]+|%)`;
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const PATTERN = new RegExp(
  `^\\W*(?:about|around|approx\\.?|roughly|up to|max\\.?|ca\\.?|etwa|environ|~|≈|≤|<)?\\s*${NUMBER}\\s*${UNIT}?\\s*(?:(?:[-–—−]|to|bis|à|a)\\s*${NUMBER}\\s*${UNIT}?)?`,
  'iu',
);

/** Numbers that are written out before a unit of time. */
const WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
};
/** One of them, and the space behind it. */
export const NUMBER_WORDS = Object.keys(WORDS).join('|');
/** Nothing else is said with such a time: "Result: thirty seconds later …" tells when. */
export const WRITTEN_UNIT = '(?:min|sec)\\p{L}*\\.?\\s*(?=$|[.,;:()–—-]|(?:at|to|or|each|in total|max|for)\\b)';
const WRITTEN = new RegExp(`(?<![\\p{L}-])(${NUMBER_WORDS}) (?=${WRITTEN_UNIT})`, 'iu');

/** The duration that a text opens with: "15 sec", "1–2 min", "90s", "20 %"; the unit may come from the column's heading. */
export function durationOf(words: string, column = ''): Duration | undefined {
  const text = words
    .replace(/\bhalf a minute\b/i, '30 s')
    .replace(/\b(?:a|one) minute\b/i, '1 min')
    .replace(WRITTEN, (_, word: string) => `${WORDS[word.toLowerCase()]} `);
  const found = PATTERN.exec(text.trim()) ?? /^\W*(\d+(?:[.,]\d+)?)\s*(%)/.exec(text.trim());
  if (!found || /^\W*\d+\.\d+ ?m\b/.test(text.trim())) return undefined;
  const value = (digits: string) => Number(digits.replace(',', '.'));
  const from = value(found[1] ?? '');
  const to = found[3] === undefined ? undefined : value(found[3]);
  const named = found[4] ?? found[2] ?? '';
  if (named === '%' || /^\W*[\d.,\s–-]+%/.test(text.trim()))
    return to === undefined && from > 0 && from <= 100 ? { percent: from } : undefined;
  const unit = unitOf(named) ?? unitIn(column);
  if (!unit || from <= 0) return undefined;
  const low = from * FACTOR[unitOf(found[2] ?? '') ?? unit];
  if (to === undefined) {
    const more = /^\W*\d+\s*[\p{L}]+\s*(?:and\s*)?(\d+)\s*(s|sec|secs|seconds)\b/iu.exec(text.trim());
    return { seconds: low + (unit === 'minute' && more ? Number(more[1]) : 0) };
  }
  return to > from || found[2] ? { secondsMin: low, secondsMax: to * FACTOR[unit] } : undefined;
}

const unitIn = (column: string) => {
  for (const word of column.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const unit = word.length > 1 ? unitOf(word) : undefined;
    if (unit) return unit;
  }
  return undefined;
};
