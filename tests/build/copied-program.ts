import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from '../../pipeline/build/options.ts';
import { copyProgramTo } from '../main/program.ts';

/** What a build of a copied program has done. */
export interface Done {
  isPublished: boolean;
  /** Whether the program saw, without building, that there was nothing to do. */
  isIdle: boolean;
  printed: string[];
  /** What was asked for and is not there, where nothing was built for that. */
  refused?: string;
}

/** A copy of the program, whose templates may be changed, and a process that runs its builds. */
export interface CopiedProgram extends AsyncDisposable {
  path: string;
  build(options: BuildOptions): Promise<Done>;
}

/** Copies the program to a folder. Packages are those of the project. */
export async function copyProgram(path: string): Promise<CopiedProgram> {
  await copyProgramTo(path);
  const driver = fileURLToPath(new URL('./driver.ts', import.meta.url));
  const child: ChildProcess = fork(driver, [path], { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  await once(child, 'message');
  return {
    path,
    build: async (options) => {
      child.send(options);
      const [{ done, problem }] = await once(child, 'message');
      if (problem) throw new Error(problem);
      return done;
    },
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
