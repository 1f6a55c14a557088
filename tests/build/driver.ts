// Runs builds of the program in the folder that it is given, one for each message. Only the browser stays from build to build.
import { join } from 'node:path';
import type { BuildOptions } from '../../pipeline/build/options.ts';

const [, , program = ''] = process.argv;
const of = <T>(file: string): Promise<T> => import(join(program, 'pipeline', file));
const { buildIn } = await of<typeof import('../../pipeline/build.ts')>('build.ts');
const { UsageProblem } = await of<typeof import('../../pipeline/usage.ts')>('usage.ts');
const { unchanged } = await of<typeof import('../../pipeline/unchanged.ts')>('unchanged.ts');
const { openWorkshop } = await of<typeof import('../../pipeline/build/workshop.ts')>('build/workshop.ts');

const shared = openWorkshop();
const workshop: typeof shared = {
  ...shared,
  warm: (readings) => readings,
  hold: (readings) => ({ readings, isHeld: false }),
};
const monitor = { note: () => {}, progress: () => {} };

process.on('message', async (options: BuildOptions) => {
  try {
    const idle = await unchanged(options);
    const { isPublished, packs } = idle ?? (await buildIn(workshop, options, monitor));
    const printed = packs.filter(({ isNew }) => isNew).map(({ file }) => file);
    process.send?.({ done: { isPublished, isIdle: idle !== undefined, printed } });
  } catch (error) {
    if (error instanceof UsageProblem) {
      process.send?.({ done: { isPublished: false, isIdle: false, printed: [], refused: error.message } });
      return;
    }
    process.send?.({ problem: error instanceof Error ? error.stack : String(error) });
  }
});
process.on('disconnect', () => shared[Symbol.asyncDispose]());
process.send?.('ready');
