import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FSWatcher } from 'chokidar';
import type { BuildOptions, Monitor } from './build/options.ts';
import type { Outcome } from './build/outcome.ts';
import { openWorkshop } from './build/workshop.ts';
import { buildIn } from './build.ts';
import { PROGRAM } from './bundle/kept.mjs';
import { EnvironmentProblem } from './environment.ts';
import { unchanged } from './unchanged.ts';
import { UsageProblem } from './usage.ts';

/** A build of a watch, or why there was none. */
export type Watched = { outcome: Outcome } | { problem: UsageProblem | EnvironmentProblem };

/** How long a file must keep its size before it counts as whole, and how long nothing may happen before a build, in milliseconds. */
const WHOLE = 150;
const QUIET = 150;

/**
 * Builds now, and again whenever the sources, the templates, the ladders or the configuration have changed, with one open press and all
 * readings in memory. Gives every build to `onBuild` and ends where `monitor.signal` says so, or when the program itself has changed.
 * @throws {UsageProblem | EnvironmentProblem} where already the first build cannot be made
 */
export async function watch(
  options: BuildOptions,
  monitor: Monitor,
  onBuild: (watched: Watched) => Promise<void>,
): Promise<void> {
  await using workshop = openWorkshop();
  const { watch: open } = await import('chokidar');
  const watcher = open([options.sources, options.config, `${PROGRAM}pipeline`, `${PROGRAM}templates`], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: WHOLE, pollInterval: 30 },
    ignored: (path) => path !== options.sources && basename(path).startsWith('.'),
  });
  try {
    const once = async () => (await unchanged(options)) ?? (await buildIn(workshop, options, monitor));
    await onBuild({ outcome: await once() });
    for await (const paths of bursts(watcher, monitor.signal)) {
      if (paths.some(isProgram)) return monitor.note('The program itself has changed: start watch again.');
      await onBuild(await once().then((outcome) => ({ outcome }), asProblem));
    }
  } finally {
    await watcher.close();
  }
}

/** Modules are read once: only a new process knows the new ones. */
const isProgram = (path: string) => path.startsWith(PROGRAM) && /\.(ts|mjs)$/.test(path);

function asProblem(problem: unknown): Watched {
  if (problem instanceof UsageProblem || problem instanceof EnvironmentProblem) return { problem };
  throw problem;
}

/** The paths that have changed, whenever nothing more has happened for a moment. */
async function* bursts(watcher: FSWatcher, signal: AbortSignal | undefined): AsyncGenerator<string[]> {
  const paths: string[] = [];
  let wake = () => {};
  watcher.on('all', (event, path) => {
    // A folder comes and goes with its files.
    if (event === 'addDir' || event === 'unlinkDir') return;
    paths.push(path);
    wake();
  });
  signal?.addEventListener('abort', () => wake(), { once: true });
  while (!signal?.aborted) {
    if (paths.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    for (let count = -1; count !== paths.length; ) {
      count = paths.length;
      await pause(QUIET);
    }
    if (!signal?.aborted) yield paths.splice(0);
  }
}
