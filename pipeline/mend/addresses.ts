import { isBlank, type Line, rewrite } from './line.ts';
import type { Repair } from './repair.ts';

const ADDRESS = / ?<(?:https?:\/\/|mailto:)?[\w.+-]{1,80}(?:@[\w.-]{3,80}|\.[a-z]{2,}[^<>\s]{0,300})>/gi;

/** Addresses between angle brackets (`<https://example.org>`, `<name@example.org>`) are where something leads, and no words. */
export const bracketedAddresses: Repair = {
  name: 'bracketed-addresses',
  mend: (lines, notes) =>
    rewrite(lines, (line: Line) => {
      if (!line.text.includes('<')) return undefined;
      const text = line.text.replace(ADDRESS, '').trimEnd();
      if (text === line.text.trimEnd()) return undefined;
      const isEmpty = isBlank(text.replace(/[-*+>|]|\d+[.)]/g, ''));
      if (isEmpty) notes.setAside('boilerplate', line, 'address');
      return [{ ...line, text: isEmpty ? '' : text }];
    }),
};
