import { join } from 'node:path';
import { keptCode } from './bundle/keep.ts';
import { bundleFiles, PROGRAM } from './bundle/kept.mjs';

/**
 * Imports a module of `pipeline/` together with all that it imports from one file: hundreds of modules one by one take the loader of
 * TypeScript many times as long. Where there can be no such file, the module is imported as it is.
 */
export async function importBundled<Module>(entry: string): Promise<Module> {
  const file = await bundled(entry);
  if (file === undefined) return import(new URL(entry, import.meta.url).href);
  const { run } = await import('./bundle/run.mjs');
  return run(file) as Module;
}

/**
 * The file into which a module of `pipeline/` and all that it imports are put together; made where the program is not what it was the
 * last time. Undefined where it cannot be made, or where the packages are those of another program.
 */
export async function bundled(entry: string): Promise<string | undefined> {
  try {
    const [file] = bundleFiles([entry]);
    if (file === undefined) return undefined;
    return await keptCode(file, async () => {
      const { bundle } = await import('./bundle/make.ts');
      const code = await bundle(join(PROGRAM, 'pipeline', entry));
      // Put together from files of before and after a change, it would be neither.
      if (bundleFiles([entry])[0] !== file) throw new Error('the program was changed meanwhile');
      return code;
    });
  } catch {
    return undefined;
  }
}
