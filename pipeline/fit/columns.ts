import {
  type Arrangement,
  type Block,
  columnWidth,
  heightOf,
  type Placed,
  type Room,
  type Section,
} from './arrangement.ts';
import { fill, highestOf } from './flow.ts';

/** Less than this share of a page is not worth beginning a section in that does not end there. */
const WORTH_BEGINNING = 0.12;
/** A section that goes on elsewhere leaves at least so many blocks behind, and takes as many along. */
const TOGETHER = 2;
/** How much higher columns become from one try of balancing them to the next, in pixels. */
const BALANCING_STEP = 8;

/** A section, or what is left of it, that still has to be placed. */
type Rest = { section: Section; blocks: Block[]; continued: boolean };

const restOf = (section: Section): Rest => ({ section, blocks: section.blocks, continued: false });

type Piece = { columns: Block[][]; height: number; rest: Rest | null };

/**
 * A piece of a section that fits a height, and what remains of it; null where no piece is worth having. A single block
 * stays neither behind nor goes on alone, unless no other way is left because the piece `must` stand here.
 */
function cut({ section, blocks, continued }: Rest, height: number, must: boolean): Piece | null {
  const chrome = continued ? section.chromeAgain : section.chrome;
  const inner = height - chrome;
  if (inner < 0 && !must) return null;
  const all = blocks.length;
  const most = fill(blocks, section.flow, inner, must);
  const fitting = most.flat().length;
  const isSplit = fitting > 0 && fitting < all;
  const few = isSplit ? Math.min(fitting, all - TOGETHER) : fitting;
  const isLone = isSplit && few < TOGETHER;
  if (!must && (fitting < Math.min(1, all) || isLone || (isSplit && section.keep))) return null;
  const taken = isLone ? fitting : few;
  const columns = taken === fitting ? most : fill(blocks.slice(0, taken), section.flow, inner, must);
  const rest = taken < blocks.length ? { section, blocks: blocks.slice(taken), continued: true } : null;
  return { columns, height: chrome + highestOf(columns), rest };
}

type Run = { placed: Placed[]; rest: Rest[] };

/**
 * Fills columns beside each other with sections, in order. Where the next one does not fit what is left of a column, the
 * first later one that does, and is loose, is taken before it. Where `must`, the first stands there whatever its height.
 */
function fillColumns(rests: Rest[], height: number, room: Room, must: boolean): Run {
  const width = columnWidth(room);
  const placed: Placed[] = [];
  const open = [...rests];
  for (let column = 0; column < room.columns; column += 1) {
    let bottom = 0;
    for (let at = 0; at < open.length; ) {
      const next = open[at] as Rest;
      const isInTurn = at === 0;
      const y = bottom > 0 ? bottom + room.gap : 0;
      const mayCome = isInTurn || next.section.loose;
      const piece = mayCome ? cut(next, height - y, must && bottom === 0 && column === 0) : null;
      if (!piece || (piece.rest && !isInTurn)) {
        at += 1;
        continue;
      }
      placed.push(place(next, piece, column * (width + room.gap), y, width));
      bottom = y + piece.height;
      open.splice(at, 1, ...(piece.rest ? [piece.rest] : []));
      if (piece.rest) break;
      at = 0;
    }
  }
  return { placed, rest: open };
}

function place({ section, continued }: Rest, piece: Piece, x: number, y: number, width: number): Placed {
  const columns = piece.columns.map((blocks) => blocks.map(({ index }) => index));
  return { section: section.index, columns, continued, x, y, width, height: piece.height };
}

/** The least height, in steps, in which columns hold all the sections, so that they end evenly; `filled` is at the most. */
function balanced(rests: Rest[], most: number, room: Room, filled: Run): Run {
  const all = rests.map(({ section, blocks }) => section.chrome + heightOf(blocks));
  const least = all.reduce((sum, height) => sum + height, 0) / room.columns;
  for (let height = least; height < most; height += BALANCING_STEP) {
    const run = fillColumns(rests, height, room, false);
    if (run.rest.length === 0) return run;
  }
  return filled;
}

const bottomOf = (placed: Placed[]) => Math.max(0, ...placed.map(({ y, height }) => y + height));

/** Sections of the whole width one by one, runs of those of a column's width together. */
function zonesOf(sections: Section[]): Section[][] {
  const zones: Section[][] = [];
  for (const section of sections) {
    const last = zones.at(-1);
    if (last && last[0]?.span !== 'full' && section.span !== 'full') last.push(section);
    else zones.push([section]);
  }
  return zones;
}

/** What is left of a page's height goes to the sections that can use it, and moves down what stands below them. */
function stretched(page: Placed[], sections: Section[], room: Room): Placed[] {
  let free = room.height - bottomOf(page);
  let moved = 0;
  return page.map((placed) => {
    const stretch = sections.find(({ index }) => index === placed.section)?.stretch ?? 0;
    const grown = Math.max(0, Math.min(stretch, free));
    const taller = { ...placed, y: placed.y + moved, height: placed.height + grown };
    free -= grown;
    moved += grown;
    return taller;
  });
}

function placeAll(sections: Section[], room: Room): Placed[][] {
  const pages: Placed[][] = [[]];
  let top = 0;
  for (const zone of zonesOf(sections)) {
    const inner = zone[0]?.span === 'full' ? { ...room, columns: 1 } : room;
    let rest = zone.map(restOf);
    while (rest.length > 0) {
      const start = top > 0 ? top + room.gap : 0;
      const height = room.height - start;
      const filled = fillColumns(rest, height, inner, top === 0);
      const ends = filled.rest.length === 0;
      const isPoor = filled.placed.length === 0 || (!ends && height < room.height * WORTH_BEGINNING);
      const run = ends && inner.columns > 1 ? balanced(rest, height, inner, filled) : filled;
      if (!(isPoor && top > 0)) {
        pages.at(-1)?.push(...run.placed.map((placed) => ({ ...placed, y: placed.y + start })));
        rest = run.rest;
        top = start + bottomOf(run.placed);
      }
      if (rest.length > 0) {
        pages.push([]);
        top = 0;
      }
    }
  }
  return pages.map((page) => stretched(page, sections, room));
}

/**
 * Sections one below the other: those of a column's width stand in columns of even height, the others take the whole
 * width. A section that does not end on its page goes on at the top of the next.
 */
export const inColumns: Arrangement = { place: placeAll, highest: ({ height }) => height };
