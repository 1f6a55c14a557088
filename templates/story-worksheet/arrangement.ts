import { type Arrangement, heightOf } from '../../pipeline/fit/arrangement.ts';

/** Every section is a page of its own and takes all of its room. */
export const oneAPage: Arrangement = {
  place: (sections, room) =>
    sections.map((section) => {
      const height = Math.max(room.height, section.chrome + heightOf(section.blocks));
      const columns = [section.blocks.map(({ index }) => index)];
      return [{ section: section.index, columns, continued: false, x: 0, y: 0, width: room.width, height }];
    }),
  highest: ({ height }) => height,
};
