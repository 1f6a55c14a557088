import type { FoundBrowser } from '../browser/find.ts';
import { PROGRAM } from '../bundle/kept.mjs';
import { packFonts } from '../render/fonts.ts';
import { type Hashed, hashFolder, hashOf, sha256OfFile } from './hash.mjs';

/** Everything but the sources and the options that shapes what a build makes, each as one hash or version. */
export interface Inputs {
  /** The program with its lock file, as one value. */
  program: string;
  ladders: string;
  fonts: string;
  browser: string;
  /** The Unicode tables of the runtime: they decide what is a letter. */
  unicode: string;
  /** What a template shares with all others, and the folder of each kind of pack. */
  templates: Record<string, string>;
}

/** Reads and hashes what shapes every build. Imports nothing heavy: a build that has nothing to do needs no more than this. */
export async function inputsOf(browser: FoundBrowser): Promise<Inputs> {
  const pipeline = hashFolder(`${PROGRAM}pipeline`) ?? [];
  const isLadder = ([file]: Hashed) => file === 'ladders.json';
  return {
    program: hashOf([pipeline.filter((file) => !isLadder(file)), sha256OfFile(`${PROGRAM}package-lock.json`)]),
    ladders: hashOf(pipeline.filter(isLadder)),
    fonts: hashOf((await packFonts()).map(({ file, ...face }) => [face, sha256OfFile(file)])),
    browser: `${browser.product} ${browser.version}`,
    unicode: process.versions.unicode ?? '',
    templates: templatesOf(hashFolder(`${PROGRAM}templates`) ?? []),
  };
}

/** The name under which `templates` holds what all kinds share. */
const SHARED = 'shared';

/** A folder with a page is a kind of pack; everything else is shared. */
function templatesOf(files: Hashed[]): Record<string, string> {
  const kinds = files.filter(([file]) => file.endsWith('/page.hbs')).map(([file]) => file.slice(0, file.indexOf('/')));
  const kindOf = ([file]: Hashed) => kinds.find((kind) => file.startsWith(`${kind}/`)) ?? SHARED;
  const names = [SHARED, ...kinds];
  return Object.fromEntries(names.map((name) => [name, hashOf(files.filter((file) => kindOf(file) === name))]));
}

/** What a print of this kind depends on besides its page: part of its job's id. */
export function printInputs(
  { program, fonts, browser, unicode, templates }: Inputs,
  kind: string,
): Record<string, string> {
  return { program, fonts, browser, unicode, template: hashOf([templates[SHARED], templates[kind]]) };
}

/** What the manifest says of everything that shaped the outputs; hashes cut to what tells them apart. */
export function versionsOf({ program, ladders, fonts, browser, unicode, templates }: Inputs): Record<string, string> {
  const short = (hash: string) => hash.slice(0, 16);
  return {
    program: short(program),
    ladders: short(ladders),
    templates: short(hashOf(templates)),
    fonts: short(fonts),
    browser,
    unicode,
  };
}
