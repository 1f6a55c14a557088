import { excerptsOf, loadFolder } from './build/sources.ts';
import { writeWhole } from './cache/entries.ts';
import { claimsOf, contradictions } from './extract/contradict.ts';
import { extract, gather } from './extract.ts';
import { listedJson } from './listed.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Library } from './model/library.ts';
import { asEnvironmentProblem } from './publish/problem.ts';
import { byPlace } from './report/order.ts';
import { validate } from './validate.ts';

/** A library with all that was found on the way, in the order of places. */
export interface ReadLibrary {
  library: Library;
  diagnostics: Diagnostic[];
  /** The source lines that the diagnostics speak of, by `file:line`. */
  excerpts: Record<string, string>;
}

/**
 * The library of a folder, without a cache and without a browser.
 * @throws {UsageProblem} where there is no such folder
 */
export async function readLibrary(folder: string, options: { parseTimeout: number }): Promise<ReadLibrary> {
  const loaded = await loadFolder(folder);
  const readings = (await extract(loaded.sources, options)).map(validate);
  const library = gather(readings);
  const said = readings.flatMap(({ diagnostics }) => diagnostics);
  const found = [...loaded.diagnostics, ...said, ...contradictions([claimsOf(library.items)])];
  const diagnostics = found.sort(byPlace);
  return { library, diagnostics, excerpts: excerptsOf(loaded.sources, diagnostics) };
}

/**
 * Writes a library whole or not at all.
 * @throws {EnvironmentProblem} where it cannot be written
 */
export async function writeLibrary(library: Library, file: string): Promise<void> {
  await writeWhole(file, listedJson(library)).catch(asEnvironmentProblem(file));
}
