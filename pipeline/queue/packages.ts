import { readFile } from 'node:fs/promises';
import { PROGRAM } from '../bundle/kept.mjs';
import { EnvironmentProblem } from '../environment.ts';

/**
 * Imports a package that only a build on several machines needs.
 * @throws {EnvironmentProblem} where it is not installed, with the command that installs it
 */
export async function optional<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const { peerDependencies } = JSON.parse(await readFile(`${PROGRAM}package.json`, 'utf8')) as {
      peerDependencies: Record<string, string>;
    };
    const packages = Object.entries(peerDependencies).map(([name, version]) => `${name}@${version}`);
    throw new EnvironmentProblem(
      `--queue needs packages that are not there: npm install --no-save --save-prod --omit=dev ${packages.join(' ')}`,
    );
  }
}
