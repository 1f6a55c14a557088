import {
  closeSync,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { sha256 } from './cache/hash.mjs';
import { decode } from './decode.ts';
import { diagnose, type RuleId } from './rules.ts';

/** A source as it was read: its name relative to the sources folder, its bytes' hash, and its text where it has one. */
export interface SourceFile {
  readonly file: string;
  readonly sha256: string;
  readonly text: string | undefined;
  /** Carries the diagnostics of reading. */
  readonly vfile: VFile;
}

/** The largest file that is read, in bytes. */
export const FILE_CAP = 1024 * 1024;

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Folder → source files, in the order of their names. Hidden files are not sources. Throws only where the folder itself cannot be read. */
export async function load(folder: string): Promise<SourceFile[]> {
  const root = realpathSync.native(folder);
  const sources = [...walk(root, readdirSync(root, ENTRIES))].map((path) => read(root, path));
  return sources.sort((a, b) => byName(a.file, b.file));
}

const ENTRIES = { withFileTypes: true } as const;

/** Every path below the folder that is no folder; an unreadable folder is given as a path of its own. */
function* walk(folder: string, entries: Dirent[]): Generator<string> {
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const below = entry.isDirectory() ? listing(path) : undefined;
    if (below) yield* walk(path, below);
    else yield path;
  }
}

function listing(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, ENTRIES);
  } catch {
    return undefined;
  }
}

/**
 * One file, read once through one descriptor; what cannot be read becomes an error on the file. Read in one go: with promises a thousand
 * small files take ten times as long.
 */
function read(root: string, path: string): SourceFile {
  const file = relative(root, path).split(sep).join('/');
  const none = (rule: RuleId, found: string): SourceFile => {
    const vfile = new VFile({ path: file });
    diagnose(vfile, rule, found);
    return { file, sha256: sha256(`${rule}: ${found}`), text: undefined, vfile };
  };
  try {
    const target = realpathSync.native(path);
    if (target !== root && !target.startsWith(root + sep))
      return none('file-outside', 'a link that leads out of the sources folder');
    const kind = lstatSync(target);
    if (kind.isDirectory()) readdirSync(target);
    if (!kind.isFile()) return none('file-unreadable', 'something that is not a regular file');
    const descriptor = openSync(target, 'r');
    try {
      const before = fstatSync(descriptor);
      if (before.size > FILE_CAP) return none('file-too-large', `${before.size} bytes`);
      const bytes = readFileSync(descriptor);
      const after = fstatSync(descriptor);
      if (after.size !== bytes.length || after.mtimeMs !== before.mtimeMs)
        return none('file-changed', 'a file that changed while it was read');
      return new ReadFile(file, bytes);
    } finally {
      closeSync(descriptor);
    }
  } catch (problem) {
    return none(
      'file-unreadable',
      problem instanceof Error && 'code' in problem ? String(problem.code) : 'an unreadable file',
    );
  }
}

/** A file whose text is made when it is first asked for: of most of them, a build knows already what they hold. */
class ReadFile implements SourceFile {
  readonly file: string;
  readonly sha256: string;
  readonly #bytes: Uint8Array;
  #decoded: { text: string | undefined; vfile: VFile } | undefined;

  constructor(file: string, bytes: Uint8Array) {
    this.file = file;
    this.sha256 = sha256(bytes);
    this.#bytes = bytes;
  }

  get text() {
    return this.#decode().text;
  }

  get vfile() {
    return this.#decode().vfile;
  }

  #decode() {
    if (this.#decoded) return this.#decoded;
    const vfile = new VFile({ path: this.file });
    const text = decode(this.#bytes, vfile);
    if (text?.trim() === '') diagnose(vfile, 'file-empty', 'no text');
    this.#decoded = { text, vfile };
    return this.#decoded;
  }
}
