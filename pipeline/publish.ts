import { lstatSync } from 'node:fs';
import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Monitor } from './build/options.ts';
import { checked, writeChecked } from './cache/entries.ts';
import { hashOfFile, sha256 } from './cache/hash.mjs';
import { HIDDEN, type Kept, LAST, lastBuild, TOLD } from './cache/last.ts';
import type { Told } from './changes.ts';
import { EnvironmentProblem } from './environment.ts';
import { openJournal, type Step } from './publish/journal.ts';
import { type Holder, takeLock } from './publish/lock.ts';
import { foreignFiles, MANIFEST, ownedFiles } from './publish/owned.ts';
import { asEnvironmentProblem } from './publish/problem.ts';

/** What a file of the out folder is to hold: bytes, or those of a file elsewhere with this hash. */
export type Content = string | Uint8Array | { file: string; sha256: string };

/** What the next build needs of one. */
export interface ForNext {
  record: Kept['record'];
  told: Told;
}

/** The out folder, locked for one build. Disposing of it gives it free. */
export interface OutFolder extends AsyncDisposable {
  path: string;
  /** The build that stands there. */
  last: Kept | undefined;
  /** The path of something in the hidden folder, where everything stands that is not published. */
  hidden(...parts: string[]): string;
  /**
   * Refuses to go on where a file that no build of ours made stands at a name that this one needs.
   * @throws {EnvironmentProblem}
   */
  claim(files: Iterable<string>): Promise<void>;
  /**
   * Makes the published files these and no others: all of them or, on an error, none. Files that no manifest of ours names are not
   * touched. What the next build needs of this one is kept with their hashes. Gives the paths that were written or removed.
   * @throws {EnvironmentProblem} where there is no space or no right
   */
  publish(files: ReadonlyMap<string, Content>, next: ForNext): Promise<string[]>;
}

/**
 * Opens an out folder for one build: waits for its lock, then finishes or takes back what a killed build left.
 * @throws {EnvironmentProblem} where it cannot be made or written
 */
export async function openOut(path: string, { note, signal }: Pick<Monitor, 'note' | 'signal'>): Promise<OutFolder> {
  const onWait = ({ pid, host }: Holder) =>
    note(`${path} is held by another build (process ${pid} on ${host}): waiting for it`);
  const hidden = (...parts: string[]) => join(path, HIDDEN, ...parts);
  const explain = asEnvironmentProblem(path);
  await mkdir(hidden(), { recursive: true }).catch(explain);
  const lock = await takeLock(hidden(), onWait, signal).catch(explain);
  try {
    const journal = await openJournal(path, hidden());
    const last = lastBuild(path);
    const before = last?.published ?? {};
    const owned = await ownedFiles(path, before);
    const claim = (files: Iterable<string>) => refuseForeign(path, files, owned);
    return {
      path,
      last,
      hidden,
      claim,
      publish: async (files, { record, told }) => {
        await claim(files.keys());
        const published = hashesOf(files);
        const isWritten = (file: string) => before[file] !== undefined && before[file] !== published[file];
        const stays = (file: string, content: Content) =>
          isOneFile(join(path, file), content) ||
          (!isWritten(file) && hashOfFile(join(path, file)) === published[file]);
        const steps = await stage(files, owned, stays, journal.staged).catch(explain);
        const kept: Kept = { published, record };
        if (steps.length === 0) await writeChecked(hidden(LAST), kept).catch(explain);
        else {
          const records = { [LAST]: kept, [TOLD]: told };
          for (const [name, value] of Object.entries(records))
            await put(journal.staged(name), checked(value)).catch(explain);
          const recorded = Object.keys(records).map((name): Step => ({ path: `${HIDDEN}/${name}`, staged: name }));
          await journal.commit([...recorded, ...steps]).catch(explain);
        }
        return steps.map((step) => step.path);
      },
      [Symbol.asyncDispose]: () => lock[Symbol.asyncDispose](),
    };
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    return explain(error);
  }
}

async function refuseForeign(out: string, files: Iterable<string>, owned: ReadonlySet<string>): Promise<void> {
  const foreign = foreignFiles(out, files, owned);
  if (foreign.length === 0) return;
  throw new EnvironmentProblem(
    `${out} holds ${foreign.join(', ')}, which no build of Prepress made: move it away, or name another folder with --out`,
  );
}

/** Puts every file that does not stay as it is published among the staged ones; the manifest's step comes last. */
async function stage(
  files: ReadonlyMap<string, Content>,
  owned: ReadonlySet<string>,
  stays: (path: string, content: Content) => boolean,
  staged: (name: string) => string,
): Promise<Step[]> {
  const steps: Step[] = [...owned].filter((path) => !files.has(path)).map((path) => ({ path, staged: null }));
  for (const [path, content] of files) {
    if (stays(path, content)) continue;
    const name = String(steps.length);
    await put(staged(name), content);
    steps.push({ path, staged: name });
  }
  const isManifest = ({ path }: Step) => path === MANIFEST;
  return [...steps.filter((step) => !isManifest(step)), ...steps.filter(isManifest)];
}

/** Whether a path is another name for the very file that a content stands in: whoever made the content has checked it. */
function isOneFile(path: string, content: Content): boolean {
  if (isBytes(content)) return false;
  const [one, other] = [path, content.file].map((file) => lstatSync(file, { bigint: true, throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev && one.ino !== 0n;
}

const isBytes = (content: Content): content is string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array;
const hashOfContent = (content: Content) => (isBytes(content) ? sha256(content) : content.sha256);
const hashesOf = (files: ReadonlyMap<string, Content>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, hashOfContent(content)]));

async function put(path: string, content: Content): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  if (isBytes(content)) return writeFile(path, content);
  // A second name for the same bytes; a copy where the file system has no such thing.
  await link(content.file, path).catch(async () => writeFile(path, await readFile(content.file)));
}
