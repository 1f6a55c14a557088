import type { Piscina } from 'piscina';
import { buildIn } from '../build.ts';
import { openPool } from '../extract/pool.ts';
import { progressBar } from '../report/progress.ts';
import type { Desk } from '../verbs/verb.ts';
import type { BuildOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { openWorkshop } from './workshop.ts';

/** Builds, with a bar on a terminal, and with workers that may have been started before. */
export async function buildAnew(
  options: BuildOptions,
  { note, screen, signal }: Desk,
  pool: Promise<Piscina> = openPool(),
): Promise<Outcome> {
  await using workshop = openWorkshop('one', pool);
  const bar = screen && progressBar(screen);
  try {
    return await buildIn(workshop, options, { note, progress: (...state) => bar?.draw(...state), signal });
  } finally {
    bar?.clear();
  }
}
