import { type Arrangement, heightOf, type Placed, type Room, type Section } from '../../pipeline/fit/arrangement.ts';

const COLUMNS = 2;
const ROWS = 4;
const CARDS = COLUMNS * ROWS;

const cardHeight = ({ height }: Room) => height / ROWS;

function card({ index, chrome, blocks }: Section, column: number, row: number, room: Room): Placed {
  const width = room.width / COLUMNS;
  const height = Math.max(cardHeight(room), chrome + heightOf(blocks));
  const columns = [blocks.map((block) => block.index)];
  return { section: index, columns, continued: false, x: column * width, y: row * cardHeight(room), width, height };
}

/**
 * Eight cards on a sheet and their backs on the next page, its columns changed over: printed on both sides and turned
 * on the long edge, every back stands behind its front. Sections come in pairs, a front and its back; what follows the
 * last pair stands in the free places.
 */
export const imposed: Arrangement = {
  place: (sections, room) => {
    const sheets = Math.ceil(sections.length / 2 / CARDS);
    return Array.from({ length: sheets }, (_, sheet) => {
      const cards = sections.slice(sheet * CARDS * 2, (sheet + 1) * CARDS * 2);
      const side = (back: boolean) =>
        cards
          .filter((_, index) => index % 2 === Number(back))
          .map((section, place) => {
            const column = place % COLUMNS;
            return card(section, back ? COLUMNS - 1 - column : column, Math.floor(place / COLUMNS), room);
          });
      return [side(false), side(true)];
    }).flat();
  },
  highest: cardHeight,
};
