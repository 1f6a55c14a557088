import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** Packages that are found where they are first needed, if at all. */
const EXTERNAL = ['bullmq', 'esbuild', 'ioredis', 'unstorage'];

/** Puts a module and all that it imports together as one CommonJS file. */
export async function bundle(path: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: EXTERNAL,
    // What stays outside is required: an import would need an experimental part of Node, which says so on the terminal.
    supported: { 'dynamic-import': false },
    plugins: [inPlace, late],
    legalComments: 'none',
    // Half of the packages' text is comments and spaces, which each start would read and hash.
    minifyWhitespace: true,
    lineLimit: 160,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`Nothing was made of ${path}`);
  return file.text.replaceAll(NOT_ASCII, escaped);
}

/** A character beyond ASCII, with the backslash before it where one escapes it. */
const NOT_ASCII = /(?<=(?<!\\)(?:\\\\)*)\\?([^\p{ASCII}])/gu;

/**
 * The bundler escapes such characters in strings and leaves them in patterns, where an escape means the same. A file without any is read
 * byte by byte, and takes half the memory.
 */
const escaped = (_: string, character: string) =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');

/** Packages that are imported at once by one that is needed, and serve only what is seldom done: downloads by way of a proxy. */
const LATE = /^proxy-agent$/;

/** Leaves such a package outside until something that it exports is asked for: with what it imports, it is a third of a bundle. */
const late: Plugin = {
  name: 'late',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: LATE }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    onLoad({ filter: LATE, namespace: 'late' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      const [from, ...keys] = [path, ...names].map((text) => JSON.stringify(text));
      const getters = keys.map((key) => `get ${key}() { return require(${from})[${key}]; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };`, loader: 'js' };
    });
  },
};

/** Lets each module say of itself that it stands where it did. */
const inPlace: Plugin = {
  name: 'in-place',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.[mc]?[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!/import\.meta\.url|__(?:dir|file)name/.test(text)) return undefined;
      const isCommonJs = !/^\s*(?:import|export)\b/m.test(text);
      const [file, folder] = [path, dirname(path)].map((value) => JSON.stringify(value));
      const names = isCommonJs ? `var __filename = ${file}, __dirname = ${folder};` : '';
      const url = JSON.stringify(pathToFileURL(path).href);
      return {
        contents: names + text.replaceAll(/\bimport\.meta\.url\b/g, () => url),
        loader: path.endsWith('ts') ? 'ts' : 'js',
      };
    });
  },
};
