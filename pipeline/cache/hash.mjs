// Plain JavaScript: the start of the program needs it, where no loader of TypeScript runs.
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 in hexadecimal.
 * @param {string | Uint8Array} data
 */
export const sha256 = (data) => hash('sha256', data);

/** All files are read into the same memory: fresh memory for each takes as long as its hash. */
const read = Buffer.allocUnsafeSlow(1 << 20);

/**
 * SHA-256 of a file's bytes in hexadecimal.
 * @param {string} path
 * @throws where it cannot be read
 */
export function sha256OfFile(path) {
  const file = openSync(path, 'r');
  try {
    const first = readSync(file, read);
    // Most files are read at once.
    if (first < read.length && readSync(file, read, first, read.length - first, null) === 0)
      return sha256(read.subarray(0, first));
    const whole = createHash('sha256');
    for (let length = first, at = 0; length > 0; length = readSync(file, read, 0, read.length, at)) {
      whole.update(read.subarray(0, length));
      at += length;
    }
    return whole.digest('hex');
  } finally {
    closeSync(file);
  }
}

/**
 * The same, or undefined where it cannot be read.
 * @param {string} path
 */
export function hashOfFile(path) {
  try {
    return sha256OfFile(path);
  } catch {
    return undefined;
  }
}

/**
 * One hash of a plain value; the order of its keys counts.
 * @param {unknown} value
 */
export const hashOf = (value) => sha256(JSON.stringify(value));

/** @typedef {readonly [file: string, sha256: string]} Hashed a file's name, relative and with forward slashes, and the hash of its bytes */

/**
 * Every file below a folder, hidden ones aside, in the order of names.
 * Undefined where something there is no plain file that can be read: only the stage that loads it can tell what it is.
 * @param {string} folder
 * @returns {Hashed[] | undefined}
 */
export function hashFolder(folder) {
  try {
    return [...walk(folder, '')].sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {string} prefix
 * @returns {Generator<Hashed>}
 */
function* walk(folder, prefix) {
  // Read in one go: a thousand small files cost thirty milliseconds this way, and half a second with promises.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, `${prefix}${entry.name}/`);
    else if (entry.isFile()) yield [`${prefix}${entry.name}`, sha256OfFile(path)];
    else throw new Error(`${path} is no plain file`);
  }
}
