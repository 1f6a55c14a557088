import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { importBundled } from './bundle.ts';
import { isEnvironmentProblem } from './environment.ts';
import type { Shard } from './shard.ts';
import { isUsageProblem } from './usage.ts';
import type { Desk, Verb } from './verbs/verb.ts';

const EXIT = { fine: 0, errors: 1, usage: 2, environment: 3 } as const;
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** How long an interrupted run may take to close what it has opened, in milliseconds: a browser is given two seconds of it. */
const CLOSING = 5_000;

const project = fileURLToPath(new URL('../', import.meta.url));
// npm runs a script in the project's folder, and says here where the user stands.
const path = (given: string) => resolve(process.env.INIT_CWD ?? process.cwd(), given);
// What has a slash or two after its name is an address, and no path.
const place = (given: string) => (/^\w+:\/\//.test(given) ? given : path(given));
const paths = (given: string) => names(given).map(path);
const names = (given: string) => given.split(',').flatMap((name) => name.trim() || []);

function number(given: string): number {
  if (!/^[1-9]\d*$/.test(given)) throw new InvalidArgumentError('It must be a whole number of 1 or more.');
  return Number(given);
}

function shard(given: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(given) ?? []).map(Number);
  if (!index || !count || index > count) throw new InvalidArgumentError('It must be i/n, such as 1/3.');
  return { index, count };
}

const sources = [
  new Option('--sources <folder>', 'the folder of texts').argParser(path).default(`${project}sources`, 'sources'),
  new Option('--parse-timeout <ms>', 'how long parsing one file may take').argParser(number).default(1000),
];
const config = new Option('--config <file>', 'where what is wanted is written down')
  .argParser(path)
  .default(`${project}packs.config.json`, 'packs.config.json');
const packs = [
  new Option('--company <names>', 'only these companies: meta,google').argParser(names),
  new Option('--level <names>', "only these levels, by the company's name or by band: ic6,senior").argParser(names),
  new Option('--role <names>', 'only these roles').argParser(names),
  new Option('--pack <kinds>', 'only these kinds of pack: cheat-sheet,checklist').argParser(names),
  config,
];
const strict = new Option('--strict', 'let warnings fail too');
const out = new Option('--out <folder>', 'where the packs go').argParser(path).default(`${project}out`, 'out');
const jobs = new Option('--jobs <pages>', 'how many pages print at once')
  .argParser(number)
  .default(availableParallelism());
const print = [
  out,
  new Option('--paper <papers>', 'only these papers: a4,letter').argParser(names),
  new Option('--branding <line>', 'a line of your own at the foot of every page'),
  jobs,
];
const build = [
  ...print,
  new Option('--shard <i/n>', 'only every nth pack, from the ith on').argParser(shard),
  new Option('--merge <folders>', 'take what is printed in these out folders, as shards leave it').argParser(paths),
];

const queue = new Option('--queue <address>', 'the Redis through which workers print: redis://host').env(
  'PREPRESS_QUEUE',
);
const store = new Option(
  '--store <place>',
  'where workers leave what they printed: a folder that all see, or a Redis (default: that of the queue)',
)
  .env('PREPRESS_STORE')
  .argParser(place);
const why = new Option('--why <packs>', 'say why these packs were printed or not: meta/ic6/cheat-sheet').argParser(
  names,
);
const clean = new Option('--clean', 'forget the cache first');

const interruption = new AbortController();
/** A signal that comes when everything is done and told changes nothing. */
let hasEnded = false;
const isTerminal = ({ isTTY }: NodeJS.WriteStream) => Boolean(isTTY) && process.env.TERM !== 'dumb';
const isColoured = (stream: NodeJS.WriteStream) => isTerminal(stream) && !process.env.NO_COLOR;
const desk: Desk = {
  say: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
  isColoured: { say: isColoured(process.stdout), note: isColoured(process.stderr) },
  screen: isTerminal(process.stderr) ? process.stderr : undefined,
  signal: interruption.signal,
};

const program = new Command('prepress')
  .description('Turns a folder of raw text about interviews into printed, sourced packs.')
  .exitOverride()
  .showHelpAfterError('(--help says what there is)');

const verbs = () => importBundled<typeof import('./verbs.ts')>('verbs.ts');

/** Adds a verb. What it does is imported only when it is asked for. */
function verb<Flags>(
  name: string,
  summary: string,
  options: Option[],
  load: () => Promise<{ run: Verb<Flags> }>,
): void {
  const command = program.command(name).description(summary).exitOverride();
  for (const option of options) command.addOption(option);
  command.option('--debug', 'show where in the program an error arose');
  command.allowExcessArguments(false).action(async (flags: Flags) => {
    const { run } = await load();
    process.exitCode = EXIT[await run(flags, desk)];
    hasEnded = true;
  });
}

verb(
  'build',
  'make every pack and publish it',
  [...sources, ...build, ...packs, strict, why, clean, queue, store],
  () => import('./verbs/build.ts'),
);
verb(
  'extract',
  'write the library alone to a file',
  [...sources, new Option('--out <file>', 'the file').argParser(path).makeOptionMandatory(), strict],
  async () => (await verbs()).extract,
);
verb(
  'check',
  'say what is wrong with the sources',
  [
    ...sources,
    new Option('--format <form>', 'how it is said').choices(['human', 'json', 'sarif']).default('human'),
    strict,
  ],
  async () => (await verbs()).check,
);
verb(
  'watch',
  'build again whenever something changes',
  [...sources, ...build, ...packs],
  async () => (await verbs()).watch,
);
verb(
  'dev',
  'build whenever something changes, and show the gallery in the browser as it changes',
  [...sources, ...build, ...packs, new Option('--port <number>', 'where it is served').argParser(number)],
  async () => (await verbs()).dev,
);
verb(
  'print',
  'build what is stale and send a pack to the printer',
  [
    ...sources,
    ...print,
    ...packs,
    new Option('--printer <name>', 'which printer, where it is not the default one'),
    new Option('--copies <number>', 'how many copies').argParser(number).default(1),
    new Option('--two-sided', 'on both sides, turned over the long edge'),
  ],
  async () => (await verbs()).print,
);
verb(
  'worker',
  'print what builds put into a queue',
  [new Option(queue.flags, queue.description).env('PREPRESS_QUEUE').makeOptionMandatory(), store, jobs],
  async () => (await verbs()).worker,
);
verb('doctor', 'say whether everything that is needed is there', [...sources, out], async () => (await verbs()).doctor);
verb('list', 'say which packs would be made', [...sources, ...packs], async () => (await verbs()).list);

for (const [signal, code] of Object.entries(SIGNALS)) {
  process.on(signal, () => {
    if (hasEnded) return;
    process.exitCode = code;
    interruption.abort();
    setTimeout(() => {
      desk.note('Interrupted.');
      process.exit(code);
    }, CLOSING).unref();
  });
}
// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.fine : EXIT.environment),
);

function explain(error: unknown): void {
  if (interruption.signal.aborted) desk.note('Interrupted: nothing was published.');
  // Commander has said what is wrong with the arguments, or printed the help that was asked for.
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  else {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const isKnown = isUsageProblem(error) || isEnvironmentProblem(error);
    process.exitCode = isUsageProblem(error) ? EXIT.usage : isKnown ? EXIT.environment : EXIT.errors;
    desk.note(isKnown ? message : `This is a defect of Prepress, not of your texts: ${message}`);
    const isDebug = program.commands.some((command) => command.opts<{ debug?: true }>().debug);
    if (isDebug) desk.note(stack ?? '');
    else if (!isKnown) desk.note('--debug shows where it arose.');
  }
}

program.parseAsync().catch(explain);
