import { didYouMean } from '../build/nearest.ts';
import { packOf } from '../manifest.ts';
import { UsageProblem } from '../usage.ts';

/**
 * The files of packs that are named as in the out folder, with or without paper and ending: `meta/ic6/cheat-sheet`.
 * @throws {UsageProblem} where a name is no pack's
 */
export function namedFiles(names: string[], files: string[]): string[] {
  return names.flatMap((name) => {
    const named = files.filter((file) => file === name || file.startsWith(`${name}.`));
    if (named.length > 0) return named;
    const known = [...new Set(files.map(packOf))];
    throw new UsageProblem(`There is no pack "${name}".${didYouMean(name, known)} list says which there are.`);
  });
}
