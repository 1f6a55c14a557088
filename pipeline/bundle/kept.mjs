// Plain JavaScript: the start of the program finds its bundles with it, where no loader of TypeScript runs.
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFolder, hashOf, hashOfFile, sha256 } from '../cache/hash.mjs';

/** The folder of the program, with `pipeline/` and `templates/` in it. */
export const PROGRAM = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = join(PROGRAM, 'node_modules');
/** Where bundles are kept. */
export const KEPT = join(PACKAGES, '.cache', 'prepress');

/**
 * Where the bundles of some modules of `pipeline/` stand for the program as it is, whether they were made or not. None, where the packages
 * are those of another program or missing, or the program cannot be read.
 * @param {string[]} entries
 * @returns {string[]}
 */
export function bundleFiles(entries) {
  const program = hasPackages() && programHash();
  return program ? entries.map((entry) => fileOf(entry, program)) : [];
}

/** Whether there are packages, and they are this program's own. */
export const hasPackages = () => lstatSync(PACKAGES, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Where code is kept that was made of something with this hash.
 * @param {string} name
 * @param {string} hash
 */
export const fileOf = (name, hash) => join(KEPT, `${name.replaceAll(/\W/g, '-')}.${hash}.cjs`);

/** One hash over all that a bundle is made from, and where that stands; the lock file's stands for the packages. Undefined where it cannot be read. */
function programHash() {
  const lock = hashOfFile(join(PROGRAM, 'package-lock.json'));
  const folders = ['pipeline', 'templates'].map((name) =>
    hashFolder(join(PROGRAM, name))?.filter(([file]) => /\.([mc]?[jt]s|json)$/.test(file)),
  );
  return lock && folders.every(Boolean) ? hashOf([PROGRAM, folders, lock]).slice(0, 32) : undefined;
}

/**
 * Puts its hash above a bundle, as a comment.
 * @param {string} code
 */
export const sealed = (code) => `${seal(code)}${code}`;

/** @param {string | Uint8Array} code */
const seal = (code) => `// ${sha256(code)}\n`;

/**
 * Whether a bundle is there and is what was sealed.
 * @param {string} file
 */
export function isWhole(file) {
  try {
    const bytes = readFileSync(file);
    const start = bytes.indexOf('\n') + 1;
    return bytes.toString('latin1', 0, start) === seal(bytes.subarray(start));
  } catch {
    return false;
  }
}
