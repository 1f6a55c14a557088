import { promptStrength } from '../outline/prompt.ts';
import { isChromeLine } from '../vocabulary/vocabulary.ts';
import type { Line } from './line.ts';

/** "← Previous", "Next lesson: Take-home →", "Lesson 5 of 9 · Next: …": what leads to the page before or behind. */
export const isTurn = (text: string): boolean =>
  text.length < 90 &&
  (/^[←«‹⟵][^←«‹⟵→»›⟶]+$|^[^←«‹⟵→»›⟶]+[→»›⟶]$/.test(text) ||
    /^(?:next|previous|prev)(?: (?:lesson|module|chapter|unit|article|post|page): \S|: (?:lesson|module|chapter|unit|part) \d)/i.test(
      text,
    ) ||
    /^(?:lesson|module|chapter|unit|lecture) \d+ ?(?:of|\/) ?\d+(?:\s*[·|–—-].*)?$/i.test(text));

const NAMED_TURN = /^(next|prev)(?:ious)?(?: up)?:\s+(\p{Lu}.{2,70}[^.!?])$/iu;

/** "Previous: Debugging drills" beside "Next: Negotiation", or beside another line that a reader clicks. Several steps may each begin with "Next:". */
export function isNamedTurn(lines: readonly Line[], i: number): boolean {
  const [, way, to = ''] = NAMED_TURN.exec(lines[i]?.text.trim() ?? '') ?? [];
  if (!way || promptStrength(to) > 0) return false;
  return [i - 2, i - 1, i + 1, i + 2].some((at) => {
    const text = lines[at]?.text.trim() ?? '';
    const other = NAMED_TURN.exec(text)?.[1];
    return other ? other.toLowerCase() !== way.toLowerCase() : isChromeLine(text);
  });
}

/** "Previous 1 2 3 … 9 Next", "« 1 2 3 »": numbers in order, with or without the words at their ends. */
export function isPagination(text: string): boolean {
  const parts = text
    .replace(/[«»‹›<>|·…,.[\]]/g, ' ')
    .trim()
    .split(/\s+/);
  const numbers = parts.filter((part) => /^\d{1,4}$/.test(part)).map(Number);
  const words = parts.length - numbers.length;
  const named = parts.filter((part) => /^(?:prev(?:ious)?|next|first|last|page|back|older|newer)$/i.test(part)).length;
  return (
    text.length < 80 &&
    numbers.length >= 2 &&
    words === named &&
    (named > 0 || /[«»‹›]/.test(text)) &&
    numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number))
  );
}
