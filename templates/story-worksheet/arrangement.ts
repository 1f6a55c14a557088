import {
  type Arrangement,
  heightOf,
  type Placed,
  type Room,
  type Section,
  spanWidth,
} from '../../pipeline/fit/arrangement.ts';

/** Sections that stand beside each other. */
type Row = { sections: Section[]; height: number; stretch: number };

const needed = ({ chrome, blocks }: Section) => chrome + heightOf(blocks);

/** The sections of each page: the first of a page says so. */
function pagesOf(sections: Section[]): Section[][] {
  const pages: Section[][] = [];
  for (const section of sections) {
    if (section.opens || pages.length === 0) pages.push([section]);
    else pages.at(-1)?.push(section);
  }
  return pages;
}

/** Sections of the whole width one by one, narrower ones side by side; a row is as high as the highest of its sections. */
function rowsOf(sections: Section[]): Row[] {
  const rows: Section[][] = [];
  for (const section of sections) {
    const last = rows.at(-1);
    if (last && last[0]?.span !== 'full' && section.span !== 'full') last.push(section);
    else rows.push([section]);
  }
  return rows.map((row) => ({
    sections: row,
    height: Math.max(...row.map(needed)),
    stretch: Math.max(...row.map(({ stretch }) => stretch)),
  }));
}

function placeOn(sections: Section[], room: Room): Placed[] {
  const rows = rowsOf(sections);
  let free = room.height - rows.reduce((sum, { height }) => sum + height, room.gap * (rows.length - 1));
  let y = 0;
  return rows.flatMap((row) => {
    const grown = Math.max(0, Math.min(row.stretch, free));
    const height = row.height + grown;
    let x = 0;
    const placed = row.sections.map(({ index, span, blocks }): Placed => {
      const width = spanWidth(span, room);
      const columns = [blocks.map((block) => block.index)];
      const here = { section: index, columns, continued: false, x, y, width, height };
      x += width + room.gap;
      return here;
    });
    free -= grown;
    y += height + room.gap;
    return placed;
  });
}

/** Rows of sections, on a page that its own sections fill: none goes on elsewhere. */
export const inRows: Arrangement = {
  place: (sections, room) => pagesOf(sections).map((page) => placeOn(page, room)),
  highest: ({ height }) => height,
};
