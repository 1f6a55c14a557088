/** A part of a block that may leave by itself: one line of a rubric. Heights are in CSS pixels. */
export type Part = { index: number; items: string[]; priority: number; height: number };

/** What is never split: its height is whole, with all its parts. */
export type Block = { index: number; items: string[]; priority: number; height: number; parts: Part[] };

/** A section as measured at the width of its span. One without blocks is a whole by itself. */
export type Section = {
  index: number;
  /** As wide as the room, or one column. */
  span: 'full' | 'column';
  /** What it needs besides its blocks: heading, rules, inner margins. */
  chrome: number;
  blocks: Block[];
  /** How much higher it may become to fill its page. */
  stretch: number;
};

/** The room on a page within its margins and above its footer, in CSS pixels. */
export type Room = { width: number; height: number; columns: number; gap: number };

/** A section, or the part of it that stands here, at its place within the room of a page. */
export type Placed = {
  section: number;
  blocks: number[];
  /** Whether the section began before. */
  continued: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
};

/**
 * Lays sections out on as many pages as they need, each block whole and nothing above anything else. A block that is
 * higher than the room stands there all the same; whoever asked sees it by its height.
 */
export type Arrange = (sections: Section[], room: Room) => Placed[][];

/** The width of one column. */
export const columnWidth = ({ width, columns, gap }: Room): number => (width - gap * (columns - 1)) / columns;
