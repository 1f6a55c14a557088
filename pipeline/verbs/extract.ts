import { readLibrary, writeLibrary } from '../library.ts';
import { report } from '../report.ts';
import type { SourceFlags } from './flags.ts';
import { type Desk, type Verdict, verdictOn } from './verb.ts';

export interface ExtractFlags extends SourceFlags {
  out: string;
  strict?: boolean;
}

/** Writes the library to a file, also where some of the sources have errors. */
export async function run({ sources, parseTimeout, out, strict }: ExtractFlags, desk: Desk): Promise<Verdict> {
  const { library, diagnostics, excerpts } = await readLibrary(sources, { parseTimeout });
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  if (grave.length > 0) desk.note(`${report({ diagnostics: grave, excerpts }, 'human', desk.isColoured.note)}\n`);
  await writeLibrary(library, out);
  desk.say(`${library.items.length} items from ${library.sources.length} sources in ${out}`);
  return verdictOn(diagnostics, strict);
}
