import type { Span } from '../../model/item.ts';
import type { Row, Table } from '../../outline/block.ts';
import { says } from '../../outline/marks.ts';
import { levelsIn } from '../../vocabulary/levels.ts';
import { beatOf, columnIs, labelOf, metadataOf } from '../../vocabulary/vocabulary.ts';
import { draft, spanning, wholeSpan, wordsOf } from '../draft.ts';
import { type Page, type Place, untaken } from '../page.ts';
import { add, take } from '../take.ts';
import { type Bar, barsOfRows, levelOfCell, levelsOfHeader } from './level-table.ts';

/** One dimension at one level: tables of below and at, tables with a column for each level, labelled pairs under a level's heading. */
export function levelBars(page: Page): void {
  for (const place of page.places) {
    if (place.role === 'chrome') continue;
    for (const block of untaken(page, place)) if (block.type === 'table') fromTable(page, place, block);
    fromPairs(page, place);
    fromLabels(page, place);
    fromNames(page, place);
  }
}

function fromTable(page: Page, place: Place, table: Table): void {
  const { cells } = table.header;
  const inRows = barsOfRows(place.role, table);
  if (inRows.length > 0) {
    take(page, table);
    for (const { row, bar } of inRows) addBar(page, place, row, bar);
    return;
  }
  const ats = cells.findIndex(
    (cell, i) =>
      i > 0 && (/\bat\b/i.test(cell) || columnIs('at', cell.replace(/\b(?:ICT|IC|L|E)?\d+\+?\s*/g, '').trim())),
  );
  const levels = levelsOfHeader(cells);
  const columns = levels.flatMap((all, i) => (all.length > 0 ? [{ all, i }] : []));
  const below = cells.findIndex(
    (cell, i) =>
      i > 0 &&
      (/\b(?:below|under the|short of|not yet)\b/i.test(cell) ||
        (columnIs('below', cell) && !(columns.length >= 2 && (levels[i] ?? []).length > 0))),
  );
  if (columns.length >= 2 && below < 0) {
    take(page, table);
    for (const row of table.rows) {
      for (const [n, { all, i }] of columns.entries()) {
        const [dimension, at] = [row.cells[0], row.cells[i]];
        if (!dimension || !at || !says(dimension) || !says(at)) continue;
        const lower = n > 0 ? row.cells[columns[n - 1]?.i ?? -1] : undefined;
        for (const level of all) addBar(page, place, row, { dimension, at, level, ...(lower ? { below: lower } : {}) });
      }
    }
    return;
  }
  const at = ats >= 0 ? ats : cells.findIndex((cell, i) => i > 0 && i !== below && levelsIn(cell).length > 0);
  const level =
    (at > 0 ? levelOfCell(cells[at] ?? '') : undefined) ??
    (place.scope.levels.length >= 1 ? place.scope.levels[0] : undefined);
  if (at < 0 || below < 0 || !level) return;
  take(page, table);
  for (const row of table.rows) {
    const [dimension, text, lower] = [row.cells[0], row.cells[at], row.cells[below]];
    if (dimension && text && says(dimension) && says(text))
      addBar(page, place, row, { dimension, at: text, level, ...(lower ? { below: lower } : {}) });
  }
}

function addBar(page: Page, place: Place, span: Row | (Span & { words: string }), bar: Bar): void {
  const made = draft('level-bar', place, 'cells' in span ? wordsOf(span) : span.words, span, bar);
  if (place.scope.levels.length !== 1 || place.scope.levels[0] !== bar.level)
    made.scope = { ...place.scope, levels: [bar.level] };
  add(page, made);
}

/** A dimension's heading over a list whose entries are labelled with levels: "Scoping" over "P3: …", "P4: …". */
function fromLabels(page: Page, place: Place): void {
  if (place.heading === '') return;
  for (const block of place.section.blocks) {
    if (block.type !== 'list') continue;
    const levels = block.entries.map(({ lead }) => (lead && lead.rest !== '' ? levelOfCell(lead.text) : undefined));
    if (levels.length < 2 || levels.some((level) => level === undefined)) continue;
    for (const [i, entry] of block.entries.entries()) {
      if (page.taken.has(entry)) continue;
      take(page, entry);
      const below = block.entries[i - 1]?.lead?.rest;
      addBar(
        page,
        place,
        { ...wholeSpan(entry), words: wordsOf(entry) },
        { dimension: place.heading, at: entry.lead?.rest ?? '', level: levels[i] ?? '', ...(below ? { below } : {}) },
      );
    }
  }
}

/** A level's heading over lines that each name a dimension, among others of the same kind: "E4" over "Conflict: …", "Ambiguity: …". */
function fromNames(page: Page, place: Place): void {
  const level = levelOfHeading(place);
  if (!level || !place.parent?.children.some((one) => one !== place && levelOfHeading(one) !== undefined)) return;
  for (const block of untaken(page, place)) {
    if ((block.type !== 'entry' && block.type !== 'paragraph') || !block.lead?.rest) continue;
    const { text: dimension, rest: at } = block.lead;
    if (dimension.split(' ').length > 4 || labelOf(dimension) || metadataOf(dimension) || beatOf(dimension)) continue;
    take(page, block);
    addBar(page, place, { ...wholeSpan(block), words: wordsOf(block) }, { dimension, at, level });
  }
}

/** The level that a heading names, where all that stands below it is lines that name something. */
const levelOfHeading = ({ heading, section }: Place): string | undefined =>
  heading.length <= 24 &&
  section.blocks.length > 0 &&
  section.blocks
    .flatMap((block) => (block.type === 'list' ? block.entries : [block]))
    .every((block) => (block.type === 'entry' || block.type === 'paragraph') && Boolean(block.lead?.rest))
    ? levelOfCell(heading)
    : undefined;

/** "Scope" over "Below: …" and "At: …"; or both on one line. */
function fromPairs(page: Page, place: Place): void {
  const [level] = place.scope.levels;
  if (!level || place.scope.levels.length > 1) return;
  const blocks = [...untaken(page, place)].filter((block) => block.type === 'entry' || block.type === 'paragraph');
  for (const [n, block] of blocks.entries()) {
    if (block.type !== 'entry' && block.type !== 'paragraph') continue;
    const inline =
      /^([^:]{2,50}):\s*below(?:\s+(?:the\s+)?bar)?\s*[:=—–-]\s*(.+?)[;.|/]?\s+at(?:\s+(?:the\s+)?(?:bar|level))?\s*[:=—–-]\s*(.+)$/i.exec(
        block.text,
      );
    if (inline?.[1] && inline[2] && inline[3]) {
      take(page, block);
      addBar(
        page,
        place,
        { ...block, words: block.text },
        { dimension: inline[1], below: inline[2], at: inline[3], level },
      );
      continue;
    }
    const next = blocks[n + 1];
    const side = (one: typeof next, name: 'below' | 'at') =>
      one &&
      (one.type === 'entry' || one.type === 'paragraph') &&
      one.lead?.rest &&
      columnIs(name, one.lead.text.replace(/\b(?:ICT|IC|L|E)?\d+\+?/g, '').trim()) &&
      !/^(?:strong|hire|junior)$/i.test(one.lead.text)
        ? one.lead.rest
        : undefined;
    const [lower, at] = [side(block, 'below'), side(next, 'at')];
    const named = blocks[n - 1];
    const dimension = named?.lead?.rest && columnIs('dimension', named.lead.text) ? named.lead.rest : undefined;
    if (lower && at && dimension && named && next && !page.taken.has(named)) {
      take(page, named, block, next);
      const words = [named, block, next].map(wordsOf).join(' ');
      addBar(page, place, { ...spanning([named, next]), words }, { dimension, below: lower, at, level });
      continue;
    }
    const heading = place.section.heading;
    if (!lower || !at || !says(at) || !says(place.heading) || !heading || !next) continue;
    take(page, block, next);
    page.taken.add(place.section);
    addBar(
      page,
      place,
      { ...spanning([heading, block, next]), words: [place.heading, wordsOf(block), wordsOf(next)].join(' ') },
      { dimension: place.heading, below: lower, at, level: place.parent?.scope.levels[0] ?? level },
    );
  }
}
