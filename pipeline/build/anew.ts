import { buildIn } from '../build.ts';
import { progressBar } from '../report/progress.ts';
import type { Desk } from '../verbs/verb.ts';
import type { BuildOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { openWorkshop } from './workshop.ts';

/** Builds, with a bar on a terminal. */
export async function buildAnew(options: BuildOptions, { note, screen, signal }: Desk): Promise<Outcome> {
  await using workshop = openWorkshop('one');
  // Most often a source has changed.
  workshop.readers.start();
  const bar = screen && progressBar(screen);
  try {
    return await buildIn(workshop, options, { note, progress: (...state) => bar?.draw(...state), signal });
  } finally {
    bar?.clear();
  }
}
