import { access, constants, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { EnvironmentProblem } from '../environment.ts';
import type { FoundBrowser } from './find.ts';
import type { Machine } from './machine.ts';
import { type Product, places } from './places.ts';
import { versionOf } from './version.ts';

/**
 * The browser that PUPPETEER_EXECUTABLE_PATH names.
 * @throws {EnvironmentProblem} where it names none that runs: the user asked for this one and no other
 */
export async function namedBrowser(machine: Machine): Promise<FoundBrowser | undefined> {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (!named) return undefined;
  // npm starts programs in the project's folder; a relative path is meant from where the user stands.
  const path = resolve(machine.env.INIT_CWD ?? process.cwd(), named);
  const browser = await browserAt('environment', productOf(path), path, machine);
  if (browser) return browser;
  throw new EnvironmentProblem(
    `PUPPETEER_EXECUTABLE_PATH names ${path}, which does not run as a browser: correct it, or unset it`,
  );
}

/** An installed browser: one that Puppeteer downloaded earlier or that stands at its usual place, the headless shell first. */
export async function installedBrowser(machine: Machine): Promise<FoundBrowser | undefined> {
  for (const { product, path } of [...(await puppeteersOwn(machine)), ...places(machine)]) {
    const browser = await browserAt('installed', product, path, machine);
    if (browser) return browser;
  }
  return undefined;
}

async function browserAt(
  origin: FoundBrowser['origin'],
  product: Product,
  executablePath: string,
  { platform }: Machine,
): Promise<FoundBrowser | undefined> {
  try {
    await access(executablePath, constants.X_OK);
  } catch {
    return undefined;
  }
  const version = await versionOf(executablePath, platform);
  return version ? { origin, product, version, ready: async () => ({ executablePath, product, env: {} }) } : undefined;
}

function productOf(path: string): Product {
  const name = basename(path).toLowerCase();
  if (name.includes('headless')) return 'chrome-headless-shell';
  if (name.includes('edge')) return 'edge';
  return name.includes('chromium') ? 'chromium' : 'chrome';
}

/** Where `puppeteer browsers install chrome-headless-shell` puts it, the newest first. */
async function puppeteersOwn({ platform, env, home }: Machine): Promise<{ product: Product; path: string }[]> {
  const folder = join(env.PUPPETEER_CACHE_DIR ?? join(home, '.cache', 'puppeteer'), 'chrome-headless-shell');
  const program = platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell';
  const builds = await readdir(folder).catch(() => []);
  const found = builds
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map(async (build) => {
      const inner = await readdir(join(folder, build)).catch(() => []);
      return inner.map((name) => join(folder, build, name, program));
    });
  return (await Promise.all(found)).flat().map((path) => ({ product: 'chrome-headless-shell', path }));
}
