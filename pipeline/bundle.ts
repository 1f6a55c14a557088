import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleFiles, isWhole, KEPT, PROGRAM, sealed } from './bundle/kept.mjs';
import { writeWhole } from './cache/entries.ts';

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
    if (file === undefined || isWhole(file)) return file;
    mkdirSync(KEPT, { recursive: true });
    accessSync(KEPT, constants.W_OK);
    const { bundle } = await import('./bundle/make.ts');
    const code = await bundle(join(PROGRAM, 'pipeline', entry));
    // Put together from files of before and after a change, it would be neither.
    if (bundleFiles([entry])[0] !== file) return undefined;
    await writeWhole(file, sealed(code));
    forgetOthers(file);
    return file;
  } catch {
    return undefined;
  }
}

/** How long a process may still run what another one has made anew, in milliseconds. */
const IN_USE = 3_600_000;

/** Removes what was kept of the same module in earlier states of the program. */
function forgetOthers(file: string): void {
  const [name = ''] = basename(file).split('.');
  for (const other of readdirSync(KEPT)) {
    if (!other.startsWith(`${name}.`) || other.startsWith(basename(file))) continue;
    const age = Date.now() - (statSync(join(KEPT, other), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > IN_USE) rmSync(join(KEPT, other), { force: true });
  }
}
