import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeWhole } from '../cache/entries.ts';
import { isWhole, KEPT, sealed } from './kept.mjs';

/**
 * The file of a piece of code that is kept beside the packages; made where it is not there or damaged.
 * @throws where it cannot be made or kept
 */
export async function keptCode(file: string, make: () => string | Promise<string>): Promise<string> {
  if (isWhole(file)) return file;
  mkdirSync(KEPT, { recursive: true });
  accessSync(KEPT, constants.W_OK);
  await writeWhole(file, sealed(await make()));
  forgetOthers(file);
  return file;
}

/** How long a process may still run what another one has made anew, in milliseconds. */
const IN_USE = 3_600_000;

/** Removes what was kept under the same name of earlier states of the program. */
function forgetOthers(file: string): void {
  const [name = ''] = basename(file).split('.');
  for (const other of readdirSync(KEPT)) {
    if (!other.startsWith(`${name}.`) || other.startsWith(basename(file))) continue;
    const age = Date.now() - (statSync(join(KEPT, other), { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > IN_USE) rmSync(join(KEPT, other), { force: true });
  }
}
