import type { Diagnostic } from './model/diagnostic.ts';
import { humanReport } from './report/human.ts';
import { jsonReport } from './report/json.ts';
import { sarifReport } from './report/sarif.ts';

/** The same diagnostics in the form that is asked for. */
export const FORMATS = ['human', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export interface Report {
  diagnostics: readonly Diagnostic[];
  /** The source lines that they speak of, by `file:line`. */
  excerpts: Readonly<Record<string, string>>;
}

export function report({ diagnostics, excerpts }: Report, format: Format, isColoured = false): string {
  if (format === 'json') return jsonReport(diagnostics);
  return format === 'sarif' ? sarifReport(diagnostics) : humanReport(diagnostics, excerpts, isColoured);
}
