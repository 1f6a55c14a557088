/** A part of a block that may leave by itself: one line of a rubric. Heights are in CSS pixels. */
export type Part = { index: number; items: string[]; priority: number; height: number };

/** What is never split: its height is whole, with all its parts. */
export type Block = { index: number; items: string[]; priority: number; height: number; parts: Part[] };

/** A section as measured at the width of its span. One without blocks is a whole by itself. */
export type Section = {
  index: number;
  /** As wide as the room, or as so many columns with what is between them. */
  span: 'full' | number;
  /** Whether it begins a page, for an arrangement that asks. */
  opens: boolean;
  /** How many columns its blocks flow through inside it; they were measured at that width. */
  flow: number;
  /** What it needs besides its blocks: heading, rules, inner margins. */
  chrome: number;
  /** The same where it goes on after a break, and its heading says so. */
  chromeAgain: number;
  blocks: Block[];
  /** Whether it stays whole wherever a column can hold it. */
  keep: boolean;
  /** Whether it may stand before others that do not fit where it does; the rest keep their order. */
  loose: boolean;
  /** Whether its blocks are numbered: one leaves only with all that come after it. */
  numbered: boolean;
  /** How much higher it may become to fill its page. */
  stretch: number;
};

/** The room on a page within its margins and above its footer, in CSS pixels. */
export type Room = { width: number; height: number; columns: number; gap: number };

/** A section, or the part of it that stands here, at its place within the room of a page. */
export type Placed = {
  section: number;
  /** Its blocks, by the inner column that they stand in. */
  columns: number[][];
  /** Whether the section began before. */
  continued: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
};

export type Arrangement = {
  /**
   * Lays sections out on as many pages as they need, each block whole and nothing above anything else. What is higher
   * than it may be stands there all the same; whoever asked sees it by its height.
   */
  place: (sections: Section[], room: Room) => Placed[][];
  /** The most height that one block with its section's heading may have. */
  highest: (room: Room) => number;
};

/** The width of one column. */
export const columnWidth = ({ width, columns, gap }: Room): number => (width - gap * (columns - 1)) / columns;

/** The width of a section's span. */
export const spanWidth = (span: Section['span'], room: Room): number =>
  span === 'full' ? room.width : columnWidth(room) * span + room.gap * (span - 1);

/** The height of blocks one below the other. */
export const heightOf = (blocks: Block[]): number => blocks.reduce((sum, { height }) => sum + height, 0);
