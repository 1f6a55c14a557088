import type { Table } from '../../outline/block.ts';
import { beatOf, columnIs, isOtherBeat, roleOfHeading } from '../../vocabulary/vocabulary.ts';
import { draft, wordsOf } from '../draft.ts';
import { durationOf, NUMBER_WORDS, WRITTEN_UNIT } from '../duration.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, addBlock, take } from '../take.ts';

/** How long one beat of an answer takes: rows of a table with a column of durations, and lines of beats with theirs. */
export function timeBudgets(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome' || place.role === 'faq') continue;
    const blocks = [...untaken(page, place)];
    for (const block of blocks) if (block.type === 'table') fromTable(page, place, block);
    const lines = blocks.filter((block) => block.type === 'entry' || block.type === 'paragraph');
    const timed = lines.filter((block) => beatAndTime(block.text) !== undefined);
    const beats = timed.filter((block) => isBeat(beatAndTime(block.text)?.beat ?? ''));
    const most =
      place.role === 'time-budget' ||
      (!roleOfHeading(place.heading) &&
        timed.length >= 3 &&
        timed.length === lines.length &&
        timed.every(({ text }) => !/%/.test(text))) ||
      (timed.length >= 2 && beats.length >= 2 && timed.length >= lines.length * 0.5);
    if (!most) continue;
    for (const block of timed) {
      const found = beatAndTime(block.text);
      if (!found || (block.type === 'paragraph' && !isBeat(found.beat) && found.beat.split(' ').length > 5)) continue;
      const { include, ...rest } = found;
      addBlock(page, 'time-budget', place, block, { ...rest, ...(include ? { include } : {}) });
    }
  }
}

const isBeat = (name: string): boolean => Boolean(beatOf(name)) || isOtherBeat(name);

function fromTable(page: Page, place: Place, table: Table): void {
  const { cells } = table.header;
  const time = cells.findIndex(
    (cell, i) =>
      i > 0 &&
      (columnIs('duration', cell.replace(/\s*\([^)]*\)/g, '')) ||
        table.rows.every((row) => durationOf(row.cells[i] ?? '', cell) !== undefined)),
  );
  if (
    time < 0 ||
    table.rows.filter((row) => durationOf(row.cells[time] ?? '', cells[time])).length <
      Math.max(1, table.rows.length * 0.6)
  )
    return;
  if (
    !(
      columnIs('beat', cells[0] ?? '') ||
      columnIs('dimension', cells[0] ?? '') ||
      place.role === 'time-budget' ||
      isTimetable(table, time) ||
      table.rows.some((row) => isBeat(row.cells[0] ?? ''))
    )
  )
    return;
  if (
    place.role !== 'time-budget' &&
    cells.some((cell, i) => i > 0 && columnIs('weight', cell) && !columnIs('duration', cell))
  )
    return;
  take(page, table);
  for (const row of table.rows) {
    const [beat] = row.cells;
    const duration = durationOf(row.cells[time] ?? '', cells[time]);
    if (!beat || !duration || /^(?:total|sum|overall)\b/i.test(beat)) {
      page.taken.delete(row);
      continue;
    }
    const include = row.cells.filter((cell, i) => i > 0 && i !== time && cell !== '').join(' ');
    add(page, draft('time-budget', place, wordsOf(row), row, { beat, ...duration, ...(include ? { include } : {}) }));
  }
}

/** A column that says it holds durations, and does so in each of three rows or more. */
const isTimetable = ({ header, rows }: Table, time: number): boolean =>
  rows.length >= 3 &&
  columnIs('duration', header.cells[time] ?? '') &&
  rows.every(
    ({ cells }) => /\d/.test(cells[time] ?? '') && durationOf(cells[time] ?? '', header.cells[time]) !== undefined,
  );

const BEHIND = new RegExp(
  `^((?:(?:step|part|phase|stage) \\d+\\W{1,3})?[\\p{L}][\\p{L} ,/&+'’-]{1,60}?)\\s*(?::|—|–|-|\\(|=|,)\\s*((?:about |around |roughly |ca\\.? |circa |etwa |environ |unos |~)?(?:\\d|half a min|an? min|one min|(?:${NUMBER_WORDS}) ${WRITTEN_UNIT}).*)$`,
  'isu',
);

/** "Situation: 15 seconds, the scene", "15 s Situation", "Situation (20 %)". */
function beatAndTime(line: string) {
  const text = line.replace(/\s*(?:\.{2,}|…+)\s*/, ': ');
  const behind = BEHIND.exec(text);
  const inside =
    behind?.[1] && behind[2]
      ? { beat: behind[1].trim(), duration: durationOf(behind[2]), include: afterTime(behind[2]) }
      : undefined;
  if (inside?.duration) return { beat: inside.beat, ...inside.duration, include: inside.include };
  const plain =
    /^([\p{L}][\p{L} ,/&+'’-]{1,50}?)\s+(\d+(?:\s*[-–]\s*\d+)?\s*(?:s|secs?|seconds?|mins?|minutes?|%))\.?$/iu.exec(
      text,
    );
  const held = plain?.[2] ? durationOf(plain[2]) : undefined;
  if (plain?.[1] && held) return { beat: plain[1].trim(), ...held, include: '' };
  const before =
    /^[[(]?((?:about |around |roughly |~)?\d+(?:\s*[-–]\s*\d+)?\s*(?:%|\p{L}+))[\])]?\s*(?::|—|–|-|for|of|on|to)?\s*(?:the\s+)?([\p{L}][^.:;,(]{1,40})(.*)$/su.exec(
      text,
    );
  const duration = before?.[1] ? durationOf(before[1]) : undefined;
  return duration && before?.[2]
    ? { beat: before[2].trim(), ...duration, include: (before[3] ?? '').replace(/^[\s.:;,)(–—-]+/, '') }
    : undefined;
}

const WRITTEN_TIME = new RegExp(
  `^(?:about |around |roughly )?(?:half an?|an?|one|${NUMBER_WORDS}) (?:min|sec)\\p{L}*(?:\\s*(?:[-–—]|to)\\s*\\d+\\s*\\p{L}+)?`,
  'iu',
);

const afterTime = (text: string): string =>
  text.replace(WRITTEN_TIME.test(text) ? WRITTEN_TIME : TIME, '').replace(/^[\s.:;,)(–—-]+/, '');

const TIME =
  /^(?:about |around |roughly |~)?[\d.,]+(?:\s*(?:%|s|sec\w*|min\w*)?\s*(?:[-–—]|to|bis|à)\s*[\d.,]+)?\s*(?:%|\p{L}+)?/u;
