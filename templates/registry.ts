import { cheatSheet } from './cheat-sheet/kind.ts';
import { checklist } from './checklist/kind.ts';
import type { PackKind } from './kind.ts';

/** Every kind of pack, by the name of its folder. */
export const PACK_KINDS: Record<string, PackKind> = {
  'cheat-sheet': cheatSheet,
  checklist,
};
