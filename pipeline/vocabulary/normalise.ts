import { rememberedInPage } from '../page-memory.ts';
import { isPlain } from '../plain.ts';

/** Words in lower case with single spaces; apostrophes vanish, all other marks divide. */
export const normalise = rememberedInPage((text: string): string => {
  // Tables of Unicode cost several times as much, and most texts need none.
  if (isPlain(text))
    return text
      .toLowerCase()
      .replace(/['’`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
});
