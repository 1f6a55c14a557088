import { access, constants, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { EnvironmentProblem } from '../environment.ts';

/** The folders in which an unpacked browser may stand, the user's own cache first. */
export function cacheFolders(): string[] {
  return [envPaths('prepress', { suffix: '' }).cache, join(tmpdir(), `prepress-${process.getuid?.() ?? 'user'}`)];
}

/**
 * The first of `folders` that can be written, made where it is missing.
 * @throws {EnvironmentProblem} where none can
 */
export async function writableFolder(folders: string[]): Promise<string> {
  for (const folder of folders) {
    const usable = await mkdir(folder, { recursive: true, mode: 0o755 })
      .then(() => access(folder, constants.W_OK | constants.X_OK))
      .then(() => isTrusted(folder))
      .catch(() => false);
    if (usable) return folder;
  }
  throw new EnvironmentProblem(
    `No folder for the browser can be written (tried ${folders.join(', ')}): set XDG_CACHE_HOME to one that can`,
  );
}

/** Whether only this user or root can have put a program there: a shared temporary folder is anybody's. */
export async function isTrusted(path: string): Promise<boolean> {
  if (!process.getuid) return true;
  const { uid, mode } = await stat(path);
  return (uid === 0 || uid === process.getuid()) && (mode & 0o022) === 0;
}
