import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test, gone with its scope. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'prepress-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Every file below a folder with what it holds, by path; folders end with a slash. The hidden folder of the builds is left out. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  const walk = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      const name = join(path, entry.name);
      if (entry.name === '.prepress') continue;
      if (!entry.isDirectory()) all[name] = await readFile(join(folder, name), 'latin1');
      else {
        all[`${name}/`] = '';
        await walk(name);
      }
    }
  };
  await walk('');
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
