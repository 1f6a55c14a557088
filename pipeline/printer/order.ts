import type { Paper } from '../model/manifest.ts';

/** A file that is to be printed. */
export interface Order {
  /** Its absolute path. */
  file: string;
  /** What it is called in the printer's queue. */
  title: string;
  paper: Paper;
  /** Where to; the default printer where none is named. */
  printer: string | undefined;
  copies: number;
  twoSided: boolean;
}

/** What became of an order: where it went, or why it went nowhere. */
export type Sent = { to: string; note?: string } | { reason: string };
