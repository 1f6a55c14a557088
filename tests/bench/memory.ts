import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkshop } from '../../pipeline/build/workshop.ts';
import { buildIn } from '../../pipeline/build.ts';
import { options } from '../build/small.ts';
import { temporaryFolder } from '../publish/folders.ts';
import { synthesize } from './synthetic.ts';
import { table } from './timed.ts';

// Whether memory grows while a thousand packs are printed: this process runs one build and looks at itself after every fiftieth.
const { values } = parseArgs({ options: { sources: { type: 'string', default: '120' } } });
await using folder = await temporaryFolder();
const [sources, out] = [join(folder.path, 'sources'), join(folder.path, 'out')];
await synthesize(sources, Number(values.sources));

const seen: { done: number; memory: number }[] = [];
const progress = (done: number) => {
  if (done % 50 !== 0) return;
  globalThis.gc?.();
  seen.push({ done, memory: process.memoryUsage().rss / 2 ** 20 });
};
const all = { request: {}, papers: undefined, parseTimeout: 60_000 };
await using workshop = openWorkshop();
const { packs } = await buildIn(workshop, options(sources, out, all), { note: console.error, progress });

const first = seen[0]?.memory ?? Number.NaN;
const most = Math.max(...seen.map(({ memory }) => memory));
console.log(`\n${packs.length} packs in one build\n`);
const shown = seen.filter((_, index) => index % 4 === 0 || index === seen.length - 1);
console.log(
  table(
    ['packs printed', 'MiB'],
    shown.map(({ done, memory }) => [done, memory.toFixed(0)]),
  ),
);
console.log(`\nthe most is ${(most / first).toFixed(2)} × what it was after the first 50 (bar: 1.10)`);
