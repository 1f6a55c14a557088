// Plain JavaScript: it runs where there is no loader of TypeScript, too.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { isMainThread, threadId } from 'node:worker_threads';
import { sha256 } from '../cache/hash.mjs';

/**
 * Runs a bundle as Node runs a CommonJS file, past all loaders, with what was compiled of it the last time.
 * @param {string} file as `bundled` gives it
 * @returns {unknown} its exports
 */
export function run(file) {
  // A bundle is ASCII: nothing has to be decoded.
  const code = readFileSync(file, 'latin1');
  const kept = `${file}.compiled`;
  const cachedData = readCompiled(kept);
  const script = new Script(`(function (exports, require, module) {${code}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module);
  if (!cachedData || script.cachedDataRejected) {
    const keep = () => keepCompiled(kept, script.createCachedData());
    // What has run by then is compiled. A worker is ended without notice.
    if (isMainThread) process.once('exit', keep);
    else keep();
  }
  return module.exports;
}

const HASH = 64;

/** @param {string} file */
function readCompiled(file) {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(HASH);
    return bytes.toString('latin1', 0, HASH) === sha256(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps it whole or not at all.
 * @param {string} file
 * @param {Buffer} data
 */
function keepCompiled(file, data) {
  try {
    const beside = `${file}.${process.pid}-${threadId}.new`;
    writeFileSync(beside, Buffer.concat([Buffer.from(sha256(data)), data]));
    renameSync(beside, file);
  } catch {
    // It is compiled again the next time.
  }
}
