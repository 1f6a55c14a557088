import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const NUMBER = /\d+\.\d+\.\d+\.\d+/;

/** The version of an installed browser, such as `147.0.7727.0`, or undefined where it does not run. Opens no window and no session. */
export async function versionOf(executablePath: string, platform: NodeJS.Platform): Promise<string | undefined> {
  try {
    // On Windows `--version` opens a window; the version is the name of a folder beside the program.
    const text =
      platform === 'win32'
        ? (await readdir(dirname(executablePath)))
            .filter((name) => NUMBER.test(name))
            .sort()
            .join(' ')
        : (await promisify(execFile)(executablePath, ['--version'], { timeout: 20_000 })).stdout;
    return NUMBER.exec(text)?.[0];
  } catch {
    return undefined;
  }
}
