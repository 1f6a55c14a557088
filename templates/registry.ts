import { cheatSheet } from './cheat-sheet/kind.ts';
import { checklist } from './checklist/kind.ts';
import { flashCards } from './flash-cards/kind.ts';
import type { PackKind } from './kind.ts';
import { storyWorksheet } from './story-worksheet/kind.ts';

/** Every kind of pack: one line each. */
export const PACK_KINDS: Record<string, PackKind> = Object.fromEntries(
  [cheatSheet, checklist, storyWorksheet, flashCards].map((kind) => [kind.name, kind]),
);
