// Starts the program: from its bundles, or through a loader of TypeScript, which takes longer than many a command.
import { setFlagsFromString } from 'node:v8';
import { bundleFiles, isWhole } from './bundle/kept.mjs';
import { run } from './bundle/run.mjs';

// Code is optimised when it has run for several times as long as usual: in a process that ends after some seconds little of it pays.
// A pattern is compiled once, and not first for an interpreter: most of the hundreds of them run often.
// Set before anything else, since what was compiled under other flags is compiled again.
setFlagsFromString('--interrupt-budget=400000');
setFlagsFromString('--no-regexp-tier-up');

const files = bundleFiles(['main.ts', 'verbs.ts']);
const [main] = files;
if (main !== undefined && files.every(isWhole)) run(main);
else {
  const { register } = await import('tsx/esm/api').catch(() => {
    process.stderr.write('The packages are missing: run npm ci\n');
    process.exit(3);
  });
  register();
  const { importBundled } = await import('./bundle.ts');
  await importBundled('main.ts');
}
