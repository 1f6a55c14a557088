import { createHash } from 'node:crypto';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { VFile } from 'vfile';
import { decode } from './decode.ts';
import { diagnose } from './rules.ts';

/** A source as it was read: its name relative to the sources folder, its bytes' hash, and its text where it has one. */
export interface SourceFile {
  file: string;
  sha256: string;
  text: string | undefined;
  /** Carries the diagnostics of reading. */
  vfile: VFile;
}

/** The largest file that is read, in bytes. */
export const FILE_CAP = 1024 * 1024;

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Folder → source files, in the order of their names. Hidden files are not sources. Throws only where the folder itself cannot be read. */
export async function load(folder: string): Promise<SourceFile[]> {
  const root = await realpath(folder);
  const sources: SourceFile[] = [];
  for await (const path of walk(root)) sources.push(await read(root, path));
  return sources.sort((a, b) => byName(a.file, b.file));
}

/** Every path below the folder that is no folder; an unreadable folder is given as a path of its own. */
async function* walk(folder: string, isRoot = true): AsyncGenerator<string> {
  let entries: Awaited<ReturnType<typeof listing>>;
  try {
    entries = await listing(folder);
  } catch (problem) {
    if (isRoot) throw problem;
    yield folder;
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path, false);
    else yield path;
  }
}

const listing = (folder: string) => readdir(folder, { withFileTypes: true });

/** One file, read once through one descriptor; what cannot be read becomes an error on the file. */
async function read(root: string, path: string): Promise<SourceFile> {
  const file = relative(root, path).split(sep).join('/');
  const vfile = new VFile({ path: file });
  const none = (rule: Parameters<typeof diagnose>[1], found: string): SourceFile => {
    diagnose(vfile, rule, found);
    return { file, sha256: createHash('sha256').update(`${rule}: ${found}`).digest('hex'), text: undefined, vfile };
  };
  try {
    const target = await realpath(path);
    if (target !== root && !target.startsWith(root + sep))
      return none('file-outside', 'a link that leads out of the sources folder');
    const kind = await lstat(target);
    if (kind.isDirectory()) await listing(target);
    if (!kind.isFile()) return none('file-unreadable', 'something that is not a regular file');
    await using handle = await open(target, 'r');
    const before = await handle.stat();
    if (before.size > FILE_CAP) return none('file-too-large', `${before.size} bytes`);
    const bytes = await handle.readFile();
    const after = await handle.stat();
    if (after.size !== bytes.length || after.mtimeMs !== before.mtimeMs)
      return none('file-changed', 'a file that changed while it was read');
    const text = decode(bytes, vfile);
    if (text?.trim() === '') diagnose(vfile, 'file-empty', 'no text');
    return { file, sha256: createHash('sha256').update(bytes).digest('hex'), text, vfile };
  } catch (problem) {
    return none(
      'file-unreadable',
      problem instanceof Error && 'code' in problem ? String(problem.code) : 'an unreadable file',
    );
  }
}
