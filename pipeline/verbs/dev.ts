import { humanReport } from '../report/human.ts';
import { progressBar } from '../report/progress.ts';
import { serve } from '../serve.ts';
import { type Watched, watch } from '../watch.ts';
import { type BuildFlags, optionsOf, tell } from './build.ts';
import type { Desk, Verdict } from './verb.ts';

export interface DevFlags extends BuildFlags {
  port?: number;
}

/** Where the preview stands unless another port is asked for, or this one is taken. */
const PORT = 4173;

/** Builds whenever something has changed, and serves the gallery to browsers of this machine, which follow the builds. */
export async function run(flags: DevFlags, desk: Desk): Promise<Verdict> {
  const options = optionsOf(flags);
  await using preview = await (flags.port === undefined
    ? serve(options.out, PORT).catch(() => serve(options.out, 0))
    : serve(options.out, flags.port));
  desk.say(`Preview: ${preview.url}`);
  const bar = desk.screen && progressBar(desk.screen);
  const monitor = { note: desk.note, progress: bar?.draw ?? (() => {}), signal: desk.signal };
  let edition = 0;
  await watch(options, monitor, async (watched) => {
    bar?.clear();
    if ('problem' in watched) desk.note(watched.problem.message);
    else await tell(watched.outcome, options.out, desk);
    if ('outcome' in watched && watched.outcome.changed.length > 0) edition++;
    preview.tell({ edition, problem: problemOf(watched) });
    desk.note(`Watching ${options.sources}; preview: ${preview.url}`);
  });
  return 'fine';
}

/** What somebody has to mend: why there was no build, or its errors. Its warnings stand in the gallery, with their sources. */
function problemOf(watched: Watched): string {
  if ('problem' in watched) return watched.problem.message;
  const { diagnostics, excerpts, isPublished } = watched.outcome;
  const isShown = ({ severity }: (typeof diagnostics)[number]) => severity === 'error' || !isPublished;
  return humanReport(diagnostics.filter(isShown), excerpts, false);
}
