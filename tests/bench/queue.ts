import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import pMap from 'p-map';
import { findBrowser } from '../../pipeline/browser/find.ts';
import { inputsOf, printInputs } from '../../pipeline/cache/inputs.ts';
import type { PrintJob } from '../../pipeline/model/job.ts';
import { openPress, type Press } from '../../pipeline/press.ts';
import { openQueuePress } from '../../pipeline/queue/press.ts';
import { WINDOW } from '../../pipeline/queue/settings.ts';
import { packFonts } from '../../pipeline/render/fonts.ts';
import { loadTemplates } from '../../pipeline/render/templates.ts';
import { jobId } from '../../pipeline/render.ts';
import { start } from '../main/program.ts';
import { descendants, processes } from '../press/processes.ts';
import { startRedis, until } from '../queue/redis.ts';
import { packJobs } from './packs.ts';

// The same packs printed by this process and by workers through a queue, on this machine and on as many pages in all.
const { values } = parseArgs({ options: { packs: { type: 'string', default: '1000' } } });
const pages = availableParallelism();
const templates = await loadTemplates();
const [fonts, browser] = [await packFonts(), await findBrowser()];
const inputs = await inputsOf(browser);
const versionsOf = (kind: string) => printInputs(inputs, kind);
const jobs = many(await packJobs(templates, Number(values.packs)), Number(values.packs));

/** So many different jobs: the same packs with one title after the other. */
function many(packs: PrintJob[], count: number): PrintJob[] {
  return Array.from({ length: count }, (_, index) => {
    const { id: _id, ...pack } = packs[index % packs.length] as PrintJob;
    const job = { ...pack, title: `${pack.title} ${index}` };
    return { id: jobId(job, templates, versionsOf(job.kind)), ...job };
  });
}

interface Figures {
  seconds: number;
  /** The most resident memory at once, in MiB. */
  build: number;
  workers: number;
  redis: number;
}

/** Resident memory in MiB of the processes with these ids and of all that they started. */
async function memoryOf(pids: number[]): Promise<number> {
  const own = (await processes()).filter(({ pid }) => pids.includes(pid));
  const all = [...own, ...(await Promise.all(pids.map(descendants))).flat()];
  return all.reduce((sum, { memory }) => sum + memory, 0);
}

async function measure(press: Press, atOnce: number, own: () => Promise<number>, workers: number[]): Promise<Figures> {
  const peak = { build: 0, workers: 0 };
  const sample = async () => {
    peak.build = Math.max(peak.build, await own());
    peak.workers = Math.max(peak.workers, await memoryOf(workers));
  };
  const timer = setInterval(sample, 1000);
  const begin = performance.now();
  await pMap(jobs, async (job) => reportFailure(job, await press.print(job)), { concurrency: atOnce });
  const seconds = (performance.now() - begin) / 1000;
  clearInterval(timer);
  return { seconds, redis: 0, ...peak };
}

function reportFailure({ name }: PrintJob, result: Awaited<ReturnType<Press['print']>>): void {
  if (!result.ok) console.error(`${name}: ${result.reason}`);
}

async function local(): Promise<Figures> {
  await using press = await openPress({ browser, styles: templates.styles, fonts, pages });
  return await measure(press, pages, () => memoryOf([process.pid]), []);
}

async function queued(count: number): Promise<Figures> {
  await using redis = await startRedis();
  const { url } = redis;
  const workers = Array.from({ length: count }, () =>
    start(['worker', '--queue', url, '--jobs', String(Math.max(1, Math.round(pages / count)))]),
  );
  const ready = workers.map((worker) => {
    let said = '';
    worker.stderr?.on('data', (text: string) => {
      said += text;
    });
    return () => said.includes('Printing');
  });
  await until(() => ready.every((isReady) => isReady()), 'the workers print');
  await using press = await openQueuePress({ url, store: url, versionsOf, note: console.error });
  const pids = workers.flatMap(({ pid }) => pid ?? []);
  const figures = await measure(press, WINDOW, async () => process.memoryUsage.rss() / 2 ** 20, pids);
  const memory = /used_memory_peak:(\d+)/.exec(await redis.client.info('memory'))?.[1];
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
  return { ...figures, redis: Number(memory) / 2 ** 20 };
}

const contestants = { 'local build': local, '1 worker': () => queued(1), '2 workers': () => queued(2) };
const bytes = jobs.reduce((sum, job) => sum + JSON.stringify(job).length, 0);
console.log(
  `${jobs.length} packs of ${Math.round(bytes / jobs.length / 1024)} KiB each as jobs, ${pages} pages in all, Node ${process.version}`,
);
console.log('\n| | packs a second | build, MiB | workers, MiB | Redis, MiB |\n|---|---|---|---|---|');
for (const [name, run] of Object.entries(contestants)) {
  const { seconds, build, workers, redis } = await run();
  const cells = [jobs.length / seconds, build, workers, redis].map((figure, at) => figure.toFixed(at === 0 ? 1 : 0));
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}
