import { access, constants, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolders, writableFolder } from './browser/cache.ts';
import { findBrowser } from './browser/find.ts';
import { usualPaper } from './printer/paper.ts';
import { packFonts } from './render/fonts.ts';

/** One thing that a build needs, and whether it is there. */
export interface Finding {
  what: string;
  /** What is there; or what is missing, and how to mend it. */
  text: string;
  isFine: boolean;
}

/** The oldest Node that the program runs on. */
const OLDEST = [20, 19];

/** Looks at everything that a build needs: Node, the folders, the fonts, the paper, and the browser, with which a page is printed. */
export async function examine(folders: { sources: string; out: string }): Promise<Finding[]> {
  const checks: [string, () => string | Promise<string>][] = [
    ['node', node],
    ['sources', () => sources(folders.sources)],
    ['out', () => writable(folders.out)],
    ['temporary', () => writable(tmpdir())],
    ['cache', () => writableFolder(cacheFolders())],
    ['fonts', fonts],
    ['paper', async () => `A4 and Letter; ${(await usualPaper(undefined)) === 'a4' ? 'A4' : 'Letter'} is usual here`],
    ['browser', browser],
    ['a page', print],
  ];
  const findings: Finding[] = [];
  for (const [what, check] of checks) {
    try {
      findings.push({ what, text: await check(), isFine: true });
    } catch (error) {
      findings.push({ what, text: error instanceof Error ? error.message : String(error), isFine: false });
    }
  }
  return findings;
}

function node(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [least = 0, leastMinor = 0] = OLDEST;
  if (major > least || (major === least && minor >= leastMinor)) return process.versions.node;
  throw new Error(`${process.versions.node}: install Node ${OLDEST.join('.')} or later`);
}

async function sources(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error(`${folder} cannot be read: name the folder of your texts with --sources`);
  });
  const texts = files.filter((file) => file.isFile() && !file.name.startsWith('.'));
  if (texts.length === 0) throw new Error(`${folder} has no files: put your texts there`);
  return `${folder}, ${texts.length} files`;
}

/** Whether a file can be made in a folder, or where it is not there yet, in the nearest one above it. */
async function writable(folder: string): Promise<string> {
  const there = await nearest(folder);
  const probe = await mkdtemp(join(there, '.prepress-')).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${there} cannot be written (${error.code}): change its rights, or make room`);
  });
  await rm(probe, { recursive: true });
  return folder;
}

async function nearest(folder: string): Promise<string> {
  const isThere = await access(folder, constants.F_OK).then(
    () => true,
    () => false,
  );
  return isThere || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

async function fonts(): Promise<string> {
  const all = await packFonts();
  await Promise.all(all.map(({ file }) => access(file, constants.R_OK))).catch(({ path }: NodeJS.ErrnoException) => {
    throw new Error(`${path} is missing: run npm ci`);
  });
  const families = [...new Set(all.map(({ family }) => family))];
  return `${families.join(', ')} (${all.length} files)`;
}

async function browser(): Promise<string> {
  const found = await findBrowser();
  const { executablePath } = await found.ready();
  return `${found.product} ${found.version} (${found.origin}), ${executablePath}`;
}

async function print(): Promise<string> {
  const { openPress } = await import('./press.ts');
  const styles = { doctor: { css: 'html { font-family: "IBM Plex Sans" }' } };
  const fit = async () => ({ pages: 1, leftOut: [], over: false });
  await using press = await openPress({ browser: await findBrowser(), styles, fonts: await packFonts(), fit });
  const job = {
    id: '',
    name: 'doctor',
    title: 'A page',
    language: 'en',
    kind: 'doctor',
    paper: 'a4' as const,
    budget: 1,
  };
  const began = Date.now();
  const result = await press.print({ ...job, html: '<h1>A page</h1>' });
  if (!result.ok)
    throw new Error(`it does not print (${result.reason}): name another one in PUPPETEER_EXECUTABLE_PATH`);
  return `printed in ${Date.now() - began} ms`;
}
