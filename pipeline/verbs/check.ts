import { readLibrary } from '../library.ts';
import { type Format, report } from '../report.ts';
import type { SourceFlags } from './flags.ts';
import { type Desk, type Verdict, verdictOn } from './verb.ts';

export interface CheckFlags extends SourceFlags {
  format: Format;
  strict?: boolean;
}

/** Prints the diagnostics of the sources and nothing else. */
export async function run({ sources, parseTimeout, format, strict }: CheckFlags, desk: Desk): Promise<Verdict> {
  const read = await readLibrary(sources, { parseTimeout });
  desk.say(report(read, format, desk.isColoured.say) || 'Nothing to report');
  return verdictOn(read.diagnostics, strict);
}
