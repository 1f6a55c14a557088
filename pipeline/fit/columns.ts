import { type Arrange, type Block, columnWidth, type Placed, type Room, type Section } from './arrangement.ts';

/** Less than this share of a page is not worth beginning a new run of columns in. */
const WORTH_BEGINNING = 0.12;

/** A block with its section, or a section without blocks. */
type Atom = { section: Section; block: Block | null };

const atomsOf = (section: Section): Atom[] =>
  section.blocks.length === 0 ? [{ section, block: null }] : section.blocks.map((block) => ({ section, block }));

type Run = { placed: Placed[]; next: number };

/** Fills one column from an atom on, up to a height; the first atom always stands where `must` says so. */
function fillColumn(
  atoms: Atom[],
  from: number,
  height: number,
  at: { x: number; width: number },
  gap: number,
  must: boolean,
): Run {
  const placed: Placed[] = [];
  let bottom = 0;
  let next = from;
  for (; next < atoms.length; next += 1) {
    const atom = atoms[next];
    if (!atom) break;
    const { section, block } = atom;
    const current = placed.at(-1);
    const goesOn = current !== undefined && current.section === section.index;
    const opening = goesOn ? 0 : section.chrome + (current ? gap : 0);
    const added = opening + (block?.height ?? 0);
    if (bottom + added > height && !(must && next === from)) break;
    bottom += added;
    if (goesOn && block) {
      current.blocks.push(block.index);
      current.height += added;
    } else {
      const own = added - (current ? gap : 0);
      const continued = block !== null && block !== section.blocks[0];
      placed.push({
        section: section.index,
        blocks: block ? [block.index] : [],
        continued,
        ...at,
        y: bottom - own,
        height: own,
      });
    }
  }
  return { placed, next };
}

function fillColumns(atoms: Atom[], from: number, height: number, room: Room, must: boolean): Run {
  const width = columnWidth(room);
  let next = from;
  const placed: Placed[] = [];
  for (let column = 0; column < room.columns && next < atoms.length; column += 1) {
    const at = { x: column * (width + room.gap), width };
    const run = fillColumn(atoms, next, height, at, room.gap, must && column === 0);
    placed.push(...run.placed);
    next = run.next;
  }
  return { placed, next };
}

/** The least height in which the columns hold all atoms from one on, as columns of even height. */
function balanced(atoms: Atom[], from: number, most: number, room: Room): Run {
  let low = 0;
  let high = Math.ceil(most);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fillColumns(atoms, from, middle, room, false).next === atoms.length) high = middle;
    else low = middle + 1;
  }
  return fillColumns(atoms, from, high, room, false);
}

const bottomOf = (placed: Placed[]) => Math.max(0, ...placed.map(({ y, height }) => y + height));

/** Runs of sections of one span, in order. */
function zonesOf(sections: Section[]): Section[][] {
  const zones: Section[][] = [];
  for (const section of sections) {
    const last = zones.at(-1);
    if (last?.[0]?.span === 'column' && section.span === 'column') last.push(section);
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

/**
 * Sections one below the other: those of a column's width flow through balanced columns, the others take the whole
 * width. A section that does not end on its page goes on at the top of the next.
 */
export const inColumns: Arrange = (sections, room) => {
  const pages: Placed[][] = [[]];
  let top = 0;
  const turn = () => {
    pages.push([]);
    top = 0;
  };
  for (const zone of zonesOf(sections)) {
    const isFull = zone[0]?.span === 'full';
    const inner = isFull ? { ...room, columns: 1 } : room;
    const atoms = zone.flatMap(atomsOf);
    let next = 0;
    while (next < atoms.length) {
      const start = top > 0 ? top + room.gap : 0;
      const height = room.height - start;
      const isEmpty = top === 0;
      const whole = fillColumns(atoms, next, height, inner, isEmpty);
      const ends = whole.next === atoms.length;
      if (!isEmpty && (whole.next === next || (!ends && height < room.height * WORTH_BEGINNING))) {
        turn();
        continue;
      }
      const run = ends && !isFull ? balanced(atoms, next, height, inner) : whole;
      pages.at(-1)?.push(...run.placed.map((placed) => ({ ...placed, y: placed.y + start })));
      next = run.next;
      if (next < atoms.length) turn();
      else top = start + bottomOf(run.placed);
    }
  }
  return pages.map((page) => stretched(page, sections, room));
};
