import type { Browser } from 'puppeteer';
import type { ReadyBrowser } from '../browser/find.ts';
import { EnvironmentProblem } from '../environment.ts';

const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--lang=en-US',
];

/** The user's own language and time zone must not shape a page. */
const PLACELESS = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en', TZ: 'UTC' };

/**
 * Starts the browser over a pipe: it ends with this process, whatever ends it.
 * @throws {EnvironmentProblem} where it does not start
 */
export async function launch({ executablePath, product, env }: ReadyBrowser, flags: string[]): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer');
  try {
    const browser = await puppeteer.launch({
      executablePath,
      headless: product === 'chrome-headless-shell' ? 'shell' : true,
      pipe: true,
      env: { ...process.env, ...PLACELESS, ...env },
      args: [...FLAGS, ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      // Whoever runs the program decides what a signal does; the pipe ends the browser in any case.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 20_000,
    });
    // What a browser that is killed leaves half said must not end this process as well.
    for (const stream of browser.process()?.stdio ?? []) stream?.on('error', () => undefined);
    return browser;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new EnvironmentProblem(`The browser at ${executablePath} does not start: ${said}`);
  }
}
