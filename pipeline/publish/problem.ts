import { EnvironmentProblem } from '../environment.ts';

/** What the system's own words mean for whoever runs the program, and what to do. */
const WORDS: Record<string, string> = {
  EACCES: 'cannot be written by this user: change its rights, or name another folder with --out',
  EPERM: 'cannot be written by this user: change its rights, or name another folder with --out',
  EROFS: 'is on a file system that is read-only: name another folder with --out',
  ENOSPC: 'has no space left: make room, then run the command again',
  EDQUOT: 'has no space left for this user: make room, then run the command again',
  ENOTDIR: 'is no folder: name another one with --out',
  EEXIST: 'is no folder: name another one with --out',
  EMFILE: 'cannot be read, because too many files are open: raise the limit (ulimit -n)',
  EIO: 'cannot be read or written: the disk reports an error',
};

/** Turns what the file system refuses in `folder` into words about it; anything else is thrown as it is. */
export function asEnvironmentProblem(folder: string): (error: unknown) => never {
  return (error) => {
    const { code, path } = error as NodeJS.ErrnoException;
    const words = WORDS[code ?? ''];
    // A write that finds no room does not say where.
    const isThere = path === undefined || path.startsWith(folder);
    throw words && isThere ? new EnvironmentProblem(`${folder} ${words}`, { cause: error }) : error;
  };
}
