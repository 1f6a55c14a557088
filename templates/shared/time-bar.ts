import type { Item } from '../../pipeline/model/item.ts';
import type { Entry } from '../../pipeline/model/pack.ts';
import type { Words } from '../../pipeline/render/templates.ts';

/**
 * One beat of the bar: where it begins and how long it is, in thousandths of the whole; its name where there is room for
 * it; and where its caption begins, which needs more room than a short beat has.
 */
export type Segment = { x: number; width: number; middle: number; name: string | null; caption: number };

/** A time bar to scale, the widths of the captions below it as a grid has them, its whole length, and the sentence that says the same. */
export type TimeBar = { segments: Segment[]; columns: string; whole: string | null; alt: string };

/** The least room for a caption, in thousandths of the bar. */
const CAPTION = 172;

/** Widths of captions, as near to those of their beats as the least one allows. */
function captionsOf(shares: number[]): number[] {
  const least = Math.min(CAPTION, 1000 / shares.length);
  const over = shares.map((share) => Math.max(0, share - least));
  const all = over.reduce((sum, share) => sum + share, 0);
  const free = 1000 - least * shares.length;
  return over.map((share) => round(least + (all > 0 ? (share / all) * free : 0)));
}

/** More rows than this are no answer's beats. */
const MOST_BEATS = 8;

const isTimed = ({ item }: Entry) => item.kind === 'time-budget' && item.seconds !== undefined;

/**
 * The items of one table of beats, in their order there: of the tables nearest to the audience that can be one answer,
 * one that gives every beat a length, if there is one.
 */
export function oneFrame(ranked: Entry[]): Entry[] {
  const tables = new Map<string, Entry[]>();
  for (const entry of ranked) {
    const { file, section } = entry.item.source;
    const place = JSON.stringify([file, section]);
    tables.set(place, [...(tables.get(place) ?? []), entry]);
  }
  const frames = [...tables.values()].filter(({ length }) => length >= 2 && length <= MOST_BEATS);
  const near = frames.filter(([first]) => first?.origin === frames[0]?.[0]?.origin);
  const frame = near.find((table) => table.every(isTimed)) ?? near[0] ?? [];
  return [...frame].sort((a, b) => a.item.source.startLine - b.item.source.startLine);
}

type Length = { value: number; unit: 'seconds' | 'percent'; text: string };

const say = (seconds: number, words: Words) =>
  seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} ${words.minutes}` : `${seconds} ${words.seconds}`;

/** A length as a clock has it: "2 min 30 s". */
function sayWhole(seconds: number, words: Words): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [minutes > 0 && `${minutes} ${words.minutes}`, rest > 0 && `${rest} ${words.seconds}`];
  return parts.filter(Boolean).join(' ');
}

/** How long all beats take together, as "2 min 30 s in all"; null where not every one has a length in seconds. */
export function wholeOf(entries: Entry[], words: Words): string | null {
  const beats = entries.map(({ item }) => {
    if (item.kind !== 'time-budget') return null;
    const { seconds, secondsMin = seconds, secondsMax = seconds } = item;
    return secondsMin === undefined || secondsMax === undefined ? null : { least: secondsMin, most: secondsMax };
  });
  const timed = beats.filter((beat) => beat !== null);
  if (timed.length < 2 || timed.length < beats.length) return null;
  const sum = (end: 'least' | 'most') => timed.reduce((all, beat) => all + beat[end], 0);
  const ends = new Set([sum('least'), sum('most')]);
  return `${[...ends].map((seconds) => sayWhole(seconds, words)).join('–')} ${words.inAll}`;
}

/** How long a beat takes: the middle of a range, drawn, and the source's own figures, said. */
export function lengthOf(item: Item, words: Words): Length | null {
  if (item.kind !== 'time-budget') return null;
  const { seconds, secondsMin, secondsMax, percent } = item;
  if (seconds !== undefined) return { value: seconds, unit: 'seconds', text: say(seconds, words) };
  if (secondsMin !== undefined && secondsMax !== undefined) {
    const [least, most] = [say(secondsMin, words), say(secondsMax, words)];
    const [figure, unit] = least.split(' ');
    const text = most.endsWith(` ${unit}`) ? `${figure}–${most}` : `${least}–${most}`;
    return { value: (secondsMin + secondsMax) / 2, unit: 'seconds', text };
  }
  return percent === undefined ? null : { value: percent, unit: 'percent', text: `${percent} ${words.percent}` };
}

/** A rough width of a name in the bar's type, in thousandths of a bar that is `width` millimetres long. */
const widthOf = (text: string, width: number) => (text.length * 1.65 * 1000) / width;

/** Draws the beats to scale; null where they have no lengths, or lengths of two kinds. `width` in millimetres. */
export function timeBar(entries: Entry[], words: Words, width: number): TimeBar | null {
  const beats = entries.flatMap(({ item }) => {
    const length = lengthOf(item, words);
    return length && item.kind === 'time-budget' ? [{ name: item.beat, length }] : [];
  });
  if (beats.length < 2 || new Set(beats.map(({ length }) => length.unit)).size > 1) return null;
  const total = beats.reduce((sum, { length }) => sum + length.value, 0);
  const shares = beats.map(({ length }) => (length.value / total) * 1000);
  const captions = captionsOf(shares);
  const before = (widths: number[], index: number) => widths.slice(0, index).reduce((sum, one) => sum + one, 0);
  const segments = beats.map(({ name }, index) => {
    const [x, share] = [before(shares, index), shares[index] ?? 0];
    return {
      x: round(x),
      width: round(share),
      middle: round(x + share / 2),
      name: widthOf(name, width) <= share ? name : null,
      caption: round(before(captions, index)),
    };
  });
  const said = beats.map(({ name, length }) => `${name} ${length.text}`).join(', ');
  const whole = wholeOf(entries, words);
  return {
    segments,
    columns: captions.map((share) => `${share}fr`).join(' '),
    whole,
    alt: `${words.frameAlt}: ${said}${whole ? `; ${whole}` : ''}`,
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
