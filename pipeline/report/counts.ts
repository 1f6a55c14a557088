import type { Diagnostic } from '../model/diagnostic.ts';

/** How many diagnostics there are of each severity. */
export function countsOf(diagnostics: readonly Diagnostic[]): Record<Diagnostic['severity'], number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}

/** `2 errors, 1 warning`; empty where there is neither. */
export function countsText(diagnostics: readonly Diagnostic[]): string {
  const { error, warning } = countsOf(diagnostics);
  const text = (count: number, noun: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]);
  return [...text(error, 'error'), ...text(warning, 'warning')].join(', ');
}
