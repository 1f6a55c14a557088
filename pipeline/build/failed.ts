import { fileOf, type PrintedCopy } from '../manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { RULES } from '../rules.ts';

/** What is to be said of every pack that could not be made. */
export function printFailures(printed: PrintedCopy[]): Diagnostic[] {
  return printed.flatMap(({ copy, print }) => {
    if (print.ok) return [];
    const rule = print.pages === undefined ? 'pack-failed' : 'pack-over-budget';
    return [{ file: fileOf(copy), rule, found: print.reason, ...RULES[rule] }];
  });
}
