import { EnvironmentProblem } from '../environment.ts';
import { cacheFolders } from './cache.ts';
import { downloadableBrowser, installCommand } from './download.ts';
import { installedBrowser, namedBrowser } from './installed.ts';
import { type Machine, thisMachine } from './machine.ts';
import { packagedBrowser } from './packaged.ts';
import type { Product } from './places.ts';

/** A browser that can print once it is `ready`. */
export interface FoundBrowser {
  origin: 'environment' | 'package' | 'installed' | 'download';
  product: Product;
  /** Names the renderer, which shapes a PDF: the browser's version, or for a packaged browser the package's. */
  version: string;
  /**
   * Unpacks or downloads it where that is still to do, and answers how to start it.
   * @throws {EnvironmentProblem} where that cannot be done, with what to do
   */
  ready(): Promise<ReadyBrowser>;
}

/** A browser that can be started. */
export interface ReadyBrowser {
  executablePath: string;
  product: Product;
  /** What its process needs on top of the environment. */
  env: Record<string, string>;
}

/**
 * Finds a browser: the one PUPPETEER_EXECUTABLE_PATH names, one that came with the npm packages, an installed one (the headless shell
 * preferred), else the one Puppeteer can download. Starts, unpacks and downloads nothing. `folders` are where it may be unpacked.
 * @throws {EnvironmentProblem} where there is none, with the command to run
 */
export async function findBrowser(
  machine: Machine = thisMachine(),
  folders: string[] = cacheFolders(),
): Promise<FoundBrowser> {
  const found =
    (await namedBrowser(machine)) ??
    (await packagedBrowser(machine, folders)) ??
    (await installedBrowser(machine)) ??
    downloadableBrowser(machine, folders);
  if (found) return found;
  throw new EnvironmentProblem(`There is no browser here to print with: run ${installCommand(machine)}`);
}
