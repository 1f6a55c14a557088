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

/** Turns what the file system refuses into words about `folder`; anything else is thrown as it is. */
export function asEnvironmentProblem(folder: string): (error: unknown) => never {
  return (error) => {
    const words = WORDS[(error as NodeJS.ErrnoException).code ?? ''];
    throw words ? new EnvironmentProblem(`${folder} ${words}`, { cause: error }) : error;
  };
}
