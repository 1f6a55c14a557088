import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const START = join(PROJECT, 'pipeline/start.mjs');

/** How a run of the program ended. */
export interface Run {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Starts the program, or another script, in a process of its own. Nothing of npm's or a terminal's environment reaches it, but what `env` gives. */
export function start(
  args: string[],
  { env, ...more }: SpawnOptions = {},
  script = START,
): ChildProcess & { ended: Promise<Run> } {
  const { INIT_CWD: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [...loaderOf(script), script, ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...env },
    ...more,
  });
  const run = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      run[stream] += text;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...run }));
  return Object.assign(child, { ended });
}

/** Copies the program to a folder, so that it may be changed there; with the project's packages, where nothing else is asked for. */
export async function copyProgramTo(path: string, { packages = true } = {}): Promise<void> {
  for (const part of ['pipeline', 'templates', 'package.json', 'package-lock.json'])
    await cp(join(PROJECT, part), join(path, part), { recursive: true });
  if (packages) await symlink(join(PROJECT, 'node_modules'), join(path, 'node_modules'));
}

/** Time enough to parse on a machine that is busy with other tests. */
export const PATIENT = ['--parse-timeout', '60000'];

/** A script in TypeScript needs its loader; the program's start brings its own where it has to. */
const loaderOf = (script: string): string[] => (script.endsWith('.ts') ? ['--import', 'tsx'] : []);

/** Runs the program, or another script, to its end. */
export const run = (args: string[], options?: SpawnOptions, script?: string): Promise<Run> =>
  start(args, options, script).ended;
