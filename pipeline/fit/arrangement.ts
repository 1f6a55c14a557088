/** A part of a block that may leave by itself: one line of a rubric. Heights are in CSS pixels. */
export type Part = { items: string[]; priority: number; height: number };

/** What is never split: its height is whole, with all its parts. */
export type Block = { items: string[]; priority: number; height: number; parts: Part[] };

/** A section as measured at the width of its span. */
export type Section = {
  name: string;
  /** How many columns wide it is; all of them where `full`. */
  span: number | 'full';
  /** What it needs besides its blocks: heading, rules, inner margins. */
  chrome: number;
  blocks: Block[];
  /** How much higher it may become to fill a page. */
  stretch: number;
};

/** The room on a page, in CSS pixels, within its margins and above its footer. */
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

/** Lays sections out on as many pages as they need; each block whole, nothing above anything else. */
export type Arrange = (sections: Section[], room: Room) => Placed[][];
