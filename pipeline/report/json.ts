import type { Diagnostic } from '../model/diagnostic.ts';
import { countsOf } from './counts.ts';

/** Diagnostics as JSON, with their number by severity. */
export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify({ counts: countsOf(diagnostics), diagnostics }, null, 2);
}
