import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../publish/folders.ts';
import { synthesize } from './synthetic.ts';
import { table, timed } from './timed.ts';

// Whether time and memory grow linearly with the number of sources: clean builds of synthetic libraries, whole processes.
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '10,100,300,1000' } } });
const sizes = values.sizes.split(',').map(Number);

const figures: { size: number; pdfs: number; seconds: number; memory: number }[] = [];
for (const size of sizes) {
  await using folder = await temporaryFolder();
  const [sources, out] = [join(folder.path, 'sources'), join(folder.path, 'out')];
  await synthesize(sources, size);
  const flags = ['--pack', 'cheat-sheet', '--paper', 'a4', '--parse-timeout', '60000'];
  const { milliseconds, memory, stdout } = await timed(['build', '--sources', sources, '--out', out, ...flags]);
  figures.push({ size, pdfs: stdout.match(/^\S+\.pdf /gm)?.length ?? 0, seconds: milliseconds / 1000, memory });
}

/** What each further source costs, from the size before to this one. */
const steps = figures.slice(1).map(({ size, seconds, memory }, index) => {
  const before = figures[index] ?? { size: 0, seconds: 0, memory: 0 };
  const more = size - before.size;
  return { milliseconds: (1000 * (seconds - before.seconds)) / more, kib: (1024 * (memory - before.memory)) / more };
});
console.log('\nclean builds of synthetic sources, cheat sheets on A4\n');
console.log(
  table(
    ['sources', 'PDFs', 's', 'MiB', 'ms a further source', 'KiB a further source'],
    figures.map(({ size, pdfs, seconds, memory }, index) => {
      const step = steps[index - 1];
      return [
        size,
        pdfs,
        seconds.toFixed(1),
        memory.toFixed(0),
        step?.milliseconds.toFixed(0) ?? '',
        step?.kib.toFixed(0) ?? '',
      ];
    }),
  ),
);
const [first, last] = [steps[0], steps.at(-1)];
if (first && last)
  console.log(
    `\nthe last step costs ${(last.milliseconds / first.milliseconds).toFixed(2)} × the time and ${(last.kib / first.kib).toFixed(2)} × the memory of the first, a source (bar: 1.2)`,
  );
