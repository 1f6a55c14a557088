import type { Diagnostic } from '../model/diagnostic.ts';

/** The order of places: by file, line and column; problems of one place by rule. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  const order = (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  return order || (a.rule === b.rule ? 0 : a.rule < b.rule ? -1 : 1);
}
