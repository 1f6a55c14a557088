import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

/** Lets the browser draw no frames of its pages, where it can: that is a tenth of a build's processor time, and nobody sees them. */
export const unseenFlags = ({ product }: ReadyBrowser): string[] =>
  product === 'chrome-headless-shell' ? ['--enable-begin-frame-control'] : [];

/** The user's own language and time zone must not shape a page. */
const PLACELESS = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: 'en', TZ: 'UTC' };

/**
 * Starts the browser over a pipe: it ends with this process, whatever ends it. The sandbox is left out for root only, who cannot have it.
 * @throws {EnvironmentProblem} where it does not start, with what to do
 */
export async function launch(ready: ReadyBrowser, flags: string[]): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer');
  const env = { ...process.env, ...PLACELESS, ...ready.env };
  const args = [...FLAGS, ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  try {
    const browser = await puppeteer.launch({
      executablePath: ready.executablePath,
      headless: ready.product === 'chrome-headless-shell' ? 'shell' : true,
      pipe: true,
      env,
      args,
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
    const said = await lastWords(ready.executablePath, args, env);
    const reason = said || (error instanceof Error ? error.message : String(error));
    throw new EnvironmentProblem(
      `The browser at ${ready.executablePath} does not start (${reason}): ${remedy(reason)}`,
    );
  }
}

/** What the browser itself says of why it does not start; Puppeteer keeps that to itself. */
async function lastWords(executablePath: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const tried = await promisify(execFile)(executablePath, ['--headless', ...args, '--dump-dom', 'about:blank'], {
    env,
    timeout: 10_000,
  }).catch((error: { stderr?: string }) => error);
  const lines = (tried.stderr ?? '').split('\n').map((line) => line.replace(/^\[[^\]]*\] /, '').trim());
  return lines.find((line) => /sandbox|error while loading|cannot|fatal/i.test(line))?.split(/(?<=[.!]) /, 1)[0] ?? '';
}

function remedy(reason: string): string {
  if (/sandbox/i.test(reason)) {
    return 'let users have namespaces (sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0), or set PUPPETEER_DANGEROUS_NO_SANDBOX=true to print without a sandbox';
  }
  return 'install another one and name it in PUPPETEER_EXECUTABLE_PATH';
}
