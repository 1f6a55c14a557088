import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BASELINES, baselineQuestions } from './baselines.ts';
import { type Collection, readCollection } from './collection.ts';
import { extracted, written } from './obtain.ts';
import { f1, type Score, score } from './score.ts';
import { table } from './table.ts';

const USAGE = `Scores a library against gold: what a careful reader takes from the same sources.

  npm run score -- [--sources DIR --gold DIR]... [--library FILE] [--misses] [--min-f1 N]

  --sources DIR, --gold DIR  a folder of sources and the one that mirrors it in gold; in pairs, as many as wanted
                             (without: the package's own sources, and the layouts of its tests)
  --library FILE             score this library.json (without: what the pipeline extracts now)
  --misses                   list every missed, spurious and unfaithful item and every wrong attribute
  --min-f1 N                 exit with 1 where the F1 of a pair is less

found       an item of the row's kind that starts in the row's lines; rows whose kind begins with "?" count neither way
faithful    of all items: every word stands in the source, in order, in few unbroken runs, without markup
complete    of the words in the lines of found items: the share that an item over those lines carries
attributes  of the attributes that the rows of found items ask for: the share that the items have`;

const here = (path: string): string => relative(process.cwd(), fileURLToPath(new URL(path, import.meta.url)));
const OWN: [sources: string, gold: string][] = [
  [here('../../sources'), here('../gold')],
  [here('../layouts/sources'), here('../layouts/gold')],
];

/** Scores and prints; gives the exit code: 0, 1 where the bar is missed or the gold has mistakes, 2 for wrong use. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      sources: { type: 'string', multiple: true, default: [] },
      gold: { type: 'string', multiple: true, default: [] },
      library: { type: 'string' },
      misses: { type: 'boolean', default: false },
      'min-f1': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const bar = Number(values['min-f1']);
  if (!(bar >= 0 && bar <= 1)) throw new TypeError(`--min-f1 is a share from 0 to 1, not "${values['min-f1']}"`);
  if (values.sources.length !== values.gold.length) throw new TypeError('--sources and --gold come in pairs');
  const given = values.sources.map((sources, i): [string, string] => [sources, values.gold[i] ?? '']);
  const pairs = given.length > 0 ? given : OWN;

  const library = values.library === undefined ? undefined : await written(values.library);
  const scores: Score[] = [];
  const problems: string[] = [];
  for (const [sources, gold] of pairs) {
    const collection = await readCollection(sources, gold);
    problems.push(...collection.problems.map(({ file, line, message }) => `${gold}/${file}:${line}: ${message}`));
    const one = score(collection.documents, (library ?? (await extracted(collection))).items);
    scores.push(one);
    console.log(`${table(`${sources} against ${gold}`, one, baselinesOf(collection), { misses: values.misses })}\n`);
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) console.error(`mistakes in the gold: ${problems.length}`);
  return problems.length === 0 && scores.every(({ total }) => f1(total) >= bar) ? 0 : 1;
}

const baselinesOf = ({ documents }: Collection): Record<string, Score> =>
  Object.fromEntries(
    Object.entries(BASELINES).map(([name, isQuestion]) => [
      name,
      score(documents, baselineQuestions(isQuestion, documents)),
    ]),
  );

try {
  process.exitCode = await main();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
}
