import { progressBar } from '../report/progress.ts';
import { watch } from '../watch.ts';
import { type BuildFlags, optionsOf, tell } from './build.ts';
import type { Desk, Verdict } from './verb.ts';

/** Builds whenever something has changed, until it is interrupted. */
export async function run(flags: BuildFlags, desk: Desk): Promise<Verdict> {
  const options = optionsOf(flags);
  const bar = desk.screen && progressBar(desk.screen);
  const monitor = { note: desk.note, progress: bar?.draw ?? (() => {}), signal: desk.signal };
  await watch(options, monitor, async (watched) => {
    bar?.clear();
    if ('problem' in watched) desk.note(watched.problem.message);
    else await tell(watched.outcome, options.out, desk);
    desk.note(`Watching ${options.sources}`);
  });
  return 'fine';
}
