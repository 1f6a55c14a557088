import { accessSync, constants, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from './cache/entries.ts';
import { type Hashed, hashFolder, hashOf, sha256 } from './cache/hash.ts';

const PROGRAM = fileURLToPath(new URL('../', import.meta.url));
const PACKAGES = join(PROGRAM, 'node_modules');
const KEPT = join(PACKAGES, '.cache', 'prepress');

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
    if (lstatSync(PACKAGES).isSymbolicLink()) return undefined;
    const program = programHash();
    const file = join(KEPT, `${entry.replaceAll(/\W/g, '-')}.${program}.cjs`);
    if (isWhole(file)) return file;
    mkdirSync(KEPT, { recursive: true });
    accessSync(KEPT, constants.W_OK);
    const { bundle } = await import('./bundle/make.ts');
    const code = await bundle(join(PROGRAM, 'pipeline', entry));
    // Put together from files of before and after a change, it would be neither.
    if (programHash() !== program) return undefined;
    await writeWhole(file, sealed(code));
    forgetOthers(file);
    return file;
  } catch {
    return undefined;
  }
}

/** A bundle after its hash, as a comment. */
const sealed = (code: string): string => `${seal(code)}${code}`;
const seal = (code: string | Uint8Array): string => `// ${sha256(code)}\n`;

function isWhole(file: string): boolean {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf('\n') + 1;
    return bytes.toString('latin1', 0, start) === seal(bytes.subarray(start));
  } catch {
    return false;
  }
}

/** One hash over all that a bundle is made from, and where that stands; the lock file's stands for the packages. */
function programHash(): string {
  const isCode = ([file]: Hashed) => /\.([mc]?[jt]s|json)$/.test(file);
  const folders = ['pipeline', 'templates'].map((name) => {
    const files = hashFolder(join(PROGRAM, name));
    if (!files) throw new Error(`${name} cannot be read`);
    return files.filter(isCode);
  });
  return hashOf([PROGRAM, folders, sha256(readFileSync(join(PROGRAM, 'package-lock.json')))]).slice(0, 32);
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
