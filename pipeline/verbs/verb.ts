import type { Diagnostic } from '../model/diagnostic.ts';
import { countsOf } from '../report/counts.ts';
import type { Screen } from '../report/progress.ts';

/** Where a verb writes, and what may end it. */
export interface Desk {
  /** A line of what was asked for. */
  say(line: string): void;
  /** A line about it. */
  note(line: string): void;
  /** Whether either goes to somebody who sees colours. */
  isColoured: { say: boolean; note: boolean };
  /** A terminal to draw progress on, where there is one. */
  screen: Screen | undefined;
  /** Aborted where the user has had enough. */
  signal: AbortSignal;
}

/**
 * How a verb ends: `errors` where the sources, or something made of them, is not as it should be; `environment` where the machine is not.
 */
export type Verdict = 'fine' | 'errors' | 'environment';

/** One verb of the command line, with the flags that it was given. */
export type Verb<Flags> = (flags: Flags, desk: Desk) => Promise<Verdict>;

/** Errors are errors; warnings are where that was asked for. */
export function verdictOn(diagnostics: readonly Diagnostic[], isStrict = false): Verdict {
  const { error, warning } = countsOf(diagnostics);
  return error > 0 || (isStrict && warning > 0) ? 'errors' : 'fine';
}
