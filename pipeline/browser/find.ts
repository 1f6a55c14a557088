import { EnvironmentProblem } from '../environment.ts';
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
 * preferred), else the one Puppeteer can download. Starts, unpacks and downloads nothing. `folders` are where it may be unpacked, the
 * user's cache where they are absent.
 * @throws {EnvironmentProblem} where there is none, with the command to run
 */
export async function findBrowser(machine: Machine = thisMachine(), folders?: string[]): Promise<FoundBrowser> {
  // Every build asks, also one that has nothing to do: what the usual answer does not need is not imported.
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH !== undefined;
  const first = named ? await (await import('./installed.ts')).namedBrowser(machine) : undefined;
  const usual = first ?? (await packagedBrowser(machine, folders));
  if (usual) return usual;
  const { installedBrowser } = await import('./installed.ts');
  const { downloadableBrowser, installCommand } = await import('./download.ts');
  const { cacheFolders } = await import('./cache.ts');
  const found = (await installedBrowser(machine)) ?? downloadableBrowser(machine, folders ?? cacheFolders());
  if (found) return found;
  throw new EnvironmentProblem(`There is no browser here to print with: run ${installCommand(machine)}`);
}
