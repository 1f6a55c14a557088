import { access, copyFile, link, mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readChecked, writeChecked } from '../cache/entries.ts';
import { JOURNAL } from '../cache/last.ts';

/** One file of the out folder that becomes another, or vanishes. */
export interface Step {
  /** Relative to the out folder. */
  path: string;
  /** The name of its new bytes among the staged files; null where it vanishes. */
  staged: string | null;
}

/** The folders that a publication uses, in the hidden folder. */
const STAGED = 'staged';
const UNDO = 'undo';

export interface Journal {
  /** The path of a file to stage: the bytes are put there whole, then named in a step. */
  staged(name: string): string;
  /**
   * Makes all steps, in order. Once they are written down they will happen, by this process or by the next one; where one of them
   * cannot be made, all are taken back.
   * @throws where a step cannot be made
   */
  commit(steps: Step[]): Promise<void>;
}

/** Opens the journal of an out folder, after finishing or taking back what a killed process left in it. */
export async function openJournal(out: string, hidden: string): Promise<Journal> {
  const path = join(hidden, JOURNAL);
  const cut = readChecked<Step[]>(path);
  if (cut) await finish(out, hidden, cut);
  await clean(hidden);
  return {
    staged: (name) => join(hidden, STAGED, name),
    commit: async (steps) => {
      await writeChecked(path, steps);
      await finish(out, hidden, steps);
    },
  };
}

/** Prepares the folder for staged files. */
async function clean(hidden: string): Promise<void> {
  await Promise.all([STAGED, UNDO].map((name) => rm(join(hidden, name), { recursive: true, force: true })));
}

async function finish(out: string, hidden: string, steps: Step[]): Promise<void> {
  await mkdir(join(hidden, UNDO), { recursive: true });
  try {
    for (const [index, step] of steps.entries()) await make(out, hidden, step, index);
  } catch (error) {
    await takeBack(out, hidden, steps);
    throw error;
  }
  // All is made. A journal that cannot be removed has nothing left to do; the next command removes it.
  await rm(join(hidden, JOURNAL))
    .then(() => clean(hidden))
    .catch(() => undefined);
}

async function make(out: string, hidden: string, { path, staged }: Step, index: number): Promise<void> {
  const final = join(out, path);
  const old = join(hidden, UNDO, String(index));
  if (staged === null) {
    await move(final, old).catch(unless('ENOENT'));
    await removeEmpty(out, dirname(final));
    return;
  }
  const source = join(hidden, STAGED, staged);
  await mkdir(dirname(final), { recursive: true });
  // Where there are no hard links the old file is moved away, and the name stays empty for a moment.
  await link(final, old)
    .catch(unless('EEXIST', 'ENOENT'))
    .catch(() => move(final, old).catch(unless('ENOENT')));
  // No staged file: an earlier process has made this step.
  await move(source, final).catch(unless('ENOENT'));
}

async function takeBack(out: string, hidden: string, steps: Step[]): Promise<void> {
  for (const [index, { path, staged }] of [...steps.entries()].reverse()) {
    const final = join(out, path);
    await mkdir(dirname(final), { recursive: true });
    const isBack = await move(join(hidden, UNDO, String(index)), final).then(() => true, unless('ENOENT'));
    const isMade = staged !== null && !(await exists(join(hidden, STAGED, staged)));
    if (!isBack && isMade) await rm(final, { force: true });
    await removeEmpty(out, dirname(final));
  }
  await rm(join(hidden, JOURNAL), { force: true });
}

/** A rename, also to a folder that stands on another file system. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    const beside = `${to}.new`;
    await copyFile(from, beside);
    await rename(beside, to);
    await rm(from);
  });
}

/** Removes a folder that has become empty, and those above it up to the out folder. */
async function removeEmpty(out: string, folder: string): Promise<void> {
  for (let path = folder; path !== out && path.startsWith(out); path = dirname(path)) {
    if (
      !(await rmdir(path).then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Lets errors with these codes pass as false. */
function unless(...codes: string[]): (error: NodeJS.ErrnoException) => false {
  return (error) => {
    if (error.code && codes.includes(error.code)) return false;
    throw error;
  };
}
