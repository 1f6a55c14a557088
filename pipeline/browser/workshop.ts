import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EnvironmentProblem } from '../environment.ts';
import { isTrusted, writableFolder } from './cache.ts';

/**
 * Makes the folder `name` in the first of `folders` that can be written, once for all time, and answers its path.
 * Safe with any number of starts at once and a kill at any moment: each `make`s it in a workshop of its own and renames that, whole,
 * to the final name. A folder is taken as it stands where it holds `program`, in whichever of `folders`.
 * @throws {EnvironmentProblem} where no folder can be written or `make` fails
 */
export async function madeOnce(
  folders: string[],
  name: string,
  program: string,
  make: (workshop: string, target: string) => Promise<void>,
): Promise<string> {
  const stands = async (folder: string) => {
    const path = [folder, join(folder, name), join(folder, name, program)];
    return (await Promise.all(path.map((part) => isTrusted(part).catch(() => false)))).every(Boolean);
  };
  for (const folder of folders) {
    if (await stands(folder)) return join(folder, name);
  }
  const folder = await writableFolder(folders);
  await sweep(folder);
  const target = join(folder, name);
  const workshop = join(folder, `${name}.making-${hostname()}-${process.pid}-${process.hrtime.bigint()}`);
  try {
    await mkdir(workshop, { mode: 0o755 });
    await make(workshop, target);
    await rename(workshop, target).catch(async (error: unknown) => {
      if (!(await stands(folder))) throw error;
    });
    return target;
  } catch (error) {
    if (error instanceof EnvironmentProblem) throw error;
    throw new EnvironmentProblem(
      `The browser could not be set up in ${folder} (${reason(error)}): make room there, or set XDG_CACHE_HOME`,
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Removes the workshops of processes that were killed on this machine. */
async function sweep(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    const owner = entry.match(/\.making-(.+)-(\d+)-\d+$/);
    if (owner?.[1] === hostname() && !isAlive(Number(owner[2]))) {
      await rm(join(folder, entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What went wrong, on one line. */
export function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().replaceAll(/\s+/g, ' ');
}
