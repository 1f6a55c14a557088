import type { Diagnostic } from '../model/diagnostic.ts';
import type { Item } from '../model/item.ts';
import type { Source } from '../model/library.ts';

/** What one source holds: a plain value that depends on the file's name, its bytes and the program alone. */
export interface Reading {
  source: Source;
  items: Item[];
  diagnostics: Diagnostic[];
}
