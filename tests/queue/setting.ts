import { join } from 'node:path';
import { SMALL, write } from '../build/small.ts';
import { copyProgramTo, PATIENT, type Run, run, start } from '../main/program.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { until } from './redis.ts';

/** A worker in a process of its own. */
export type WorkerProcess = ReturnType<typeof start>;

/** A copy of the program, a small folder of sources, and what the local build makes of them. */
export interface Setting extends AsyncDisposable {
  path: string;
  main: string;
  /** What the local build published. */
  local: Record<string, string>;
  /** Starts a build, by default into a new folder. */
  build(flags: string[], out?: string, env?: NodeJS.ProcessEnv): ReturnType<typeof start> & { out: string };
  /** Starts a worker and waits until it prints. */
  worker(url: string, flags?: string[], env?: NodeJS.ProcessEnv): Promise<WorkerProcess>;
}

/** What stands in an out folder. */
export const published = (out: string): Promise<Record<string, string>> => contents(out);

/** Copies the program, so that nobody's edit of it falls between a build and its workers, and builds locally. */
export async function openSetting(): Promise<Setting> {
  const folder = await temporaryFolder();
  const program = join(folder.path, 'program');
  await copyProgramTo(program);
  const [main, sources] = [join(program, 'pipeline', 'start.mjs'), join(folder.path, 'sources')];
  await write(sources, SMALL);
  const workers: WorkerProcess[] = [];
  let outs = 0;
  const flagsTo = (out: string) => ['build', '--sources', sources, '--out', out, ...PATIENT];
  const fine = await run([...flagsTo(join(folder.path, 'local'))], {}, main);
  if (fine.code !== 0) throw new Error(fine.stderr);
  return {
    path: folder.path,
    main,
    local: await published(join(folder.path, 'local')),
    build: (flags, out = join(folder.path, `out-${outs++}`), env = {}) =>
      Object.assign(start([...flagsTo(out), ...flags], { env }, main), { out }),
    worker: async (url, flags = [], env = {}) => {
      const child = start(['worker', '--queue', url, '--jobs', '1', ...flags], { env }, main);
      workers.push(child);
      let said = '';
      child.stderr?.on('data', (text: string) => {
        said += text;
      });
      await until(() => said.includes('Printing what comes') || child.exitCode !== null, 'a worker prints');
      if (child.exitCode !== null) throw new Error(said);
      return child;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(workers.map(stop));
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Ends a worker as a crash would. */
export async function stop(worker: WorkerProcess): Promise<Run> {
  worker.kill('SIGKILL');
  return worker.ended;
}
