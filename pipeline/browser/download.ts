import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentProblem } from '../environment.ts';
import type { FoundBrowser } from './find.ts';
import type { Machine } from './machine.ts';
import { madeOnce, reason } from './workshop.ts';

/** The headless shell that the installed Puppeteer was made for. */
export const BUILD = '148.0.7778.97';

/**
 * The headless shell as Puppeteer downloads it, fetched when it is to print; undefined where there is no build for this machine.
 * PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL names a mirror, as it does for Puppeteer.
 */
export function downloadableBrowser(machine: Machine, folders: string[]): FoundBrowser | undefined {
  const { platform, arch } = machine;
  const isBuilt = platform === 'darwin' || (['linux', 'win32'].includes(platform) && arch === 'x64');
  if (!isBuilt) return undefined;
  return {
    origin: 'download',
    product: 'chrome-headless-shell',
    version: BUILD,
    ready: async () => {
      const { Browser, computeExecutablePath } = await import('@puppeteer/browsers');
      const program = computeExecutablePath({ browser: Browser.CHROMEHEADLESSSHELL, buildId: BUILD, cacheDir: '' });
      const folder = await madeOnce(folders, `downloaded-${BUILD}`, program, (workshop) => download(machine, workshop));
      return { executablePath: join(folder, program), product: 'chrome-headless-shell', env: {} };
    },
  };
}

async function download(machine: Machine, workshop: string): Promise<void> {
  const { Browser, install } = await import('@puppeteer/browsers');
  const mirror = machine.env.PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL;
  try {
    await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: BUILD,
      cacheDir: workshop,
      ...(mirror ? { baseUrl: mirror } : {}),
    });
  } catch (error) {
    throw new EnvironmentProblem(
      `There is no browser here, and none could be downloaded (${reason(error)}): run ${installCommand(machine)}`,
    );
  }
}

/** The one command that brings a browser to this machine. */
export function installCommand({ platform }: Machine): string {
  // Ubuntu has the file as well, but its package only installs a snap.
  const isDebian = platform === 'linux' && existsSync('/etc/debian_version') && !existsSync('/etc/lsb-release');
  return isDebian
    ? `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install -y chromium-headless-shell`
    : 'npx puppeteer browsers install chrome-headless-shell';
}
