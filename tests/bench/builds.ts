import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../pipeline/browser/find.ts';
import { openPress } from '../../pipeline/press.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { synthesize } from './synthetic.ts';
import { median, table, timed } from './timed.ts';

// What a build costs when nothing has changed and when one source has, beside an empty script and a clean build: in turns, whole processes.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    clean: { type: 'string', default: '2' },
    synthetic: { type: 'string', default: '1000' },
  },
});
const [rounds, cleans, count] = [Number(values.rounds), Number(values.clean), Number(values.synthetic)];
const [EMPTY, BARE] = ['empty.ts', 'empty.mjs'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const SOURCES = fileURLToPath(new URL('../../sources', import.meta.url));

/** Milliseconds until a browser can print, from nothing. */
async function browserStart(): Promise<number> {
  const browser = await findBrowser();
  const began = performance.now();
  const press = await openPress({ browser, styles: {} });
  const milliseconds = performance.now() - began;
  await press[Symbol.asyncDispose]();
  return milliseconds;
}

interface Library {
  name: string;
  fill(folder: string): Promise<void>;
  /** The source that changes, and a sentence in it. */
  file: string;
  sentence: RegExp;
  flags: string[];
}

const LIBRARIES: Library[] = [
  {
    name: "the project's sources",
    fill: (folder) => cp(SOURCES, folder, { recursive: true }),
    file: 'meta/meta-ic6-cross-team-direction.txt',
    sentence: /^(?:Once more \(\d+\): )?(Describe a technical direction)/m,
    flags: [],
  },
  {
    name: `${count} synthetic sources`,
    fill: (folder) => synthesize(folder, count),
    file: '0/0.txt',
    sentence: /^(?:Once more \(\d+\): )?(Describe )/m,
    flags: ['--pack', 'cheat-sheet', '--paper', 'a4'],
  },
];

async function measure({ name, fill, file, sentence, flags }: Library): Promise<void> {
  await using folder = await temporaryFolder();
  const [sources, out, clean] = ['sources', 'out', 'clean'].map((part) => join(folder.path, part)) as [
    string,
    string,
    string,
  ];
  await fill(sources);
  const build = (to: string) =>
    timed(['build', '--sources', sources, '--out', to, '--parse-timeout', '60000', ...flags]);
  const times = {
    bare: [] as number[],
    empty: [] as number[],
    idle: [] as number[],
    one: [] as number[],
    clean: [] as number[],
    browser: [] as number[],
  };
  for (let round = 0; round < cleans; round++) {
    await rm(clean, { recursive: true, force: true });
    times.clean.push((await build(clean)).milliseconds);
  }
  await cp(clean, out, { recursive: true });
  let printed: string[] = [];
  let all = 0;
  let before: Record<string, string> = {};
  for (let round = 0; round < rounds; round++) {
    times.bare.push((await timed([], BARE)).milliseconds);
    times.empty.push((await timed([], EMPTY)).milliseconds);
    times.idle.push((await build(out)).milliseconds);
    if (round === rounds - 1) before = await contents(out);
    const text = await readFile(join(sources, file), 'utf8');
    await writeFile(join(sources, file), text.replace(sentence, `Once more (${round}): $1`));
    const { milliseconds, stdout } = await build(out);
    times.one.push(milliseconds);
    times.browser.push(await browserStart());
    printed = [...stdout.matchAll(/^(\S+\.pdf) .* printed$/gm)].map(([, pdf]) => pdf ?? '');
    all = stdout.match(/^\S+\.pdf /gm)?.length ?? 0;
  }
  await rm(clean, { recursive: true });
  await build(clean);
  const [left, right] = [await contents(out), await contents(clean)];
  const history = ['CHANGES.md', 'changes.js'];
  const isSame = Object.keys({ ...left, ...right }).every(
    (path) => history.includes(path) || left[path] === right[path],
  );
  const differ = Object.keys(right)
    .filter((path) => path.endsWith('.pdf') && right[path] !== before[path])
    .sort();

  const of = (name: keyof typeof times) => median(times[name]);
  const [bare, empty, idle, one] = [of('bare'), of('empty'), of('idle'), of('one')];
  const [whole, browser] = [of('clean'), of('browser')];
  const bound = idle + 1.3 * (printed.length / all) * whole + browser;
  const ms = (value: number) => value.toFixed(0);
  console.log(`\n${name}: ${all} PDFs, medians of ${rounds} (${cleans} clean)\n`);
  console.log(
    table(
      ['', 'ms', 'ratio', 'bar'],
      [
        ['an empty script in JavaScript, by Node alone', ms(bare), (bare / empty).toFixed(2), ''],
        ['an empty script in TypeScript, by tsx', ms(empty), '1', ''],
        ['nothing changed', ms(idle), (idle / empty).toFixed(2), '2 × the empty script in TypeScript'],
        [
          `one source changed: ${printed.length} of ${all} PDFs`,
          ms(one),
          (one / bound).toFixed(2),
          `nothing changed + 1.3 k/n of the clean build + a browser start = ${ms(bound)}`,
        ],
        ['a browser start', ms(browser), '', ''],
        ['a clean build', ms(whole), '', `${ms(whole / all)} ms a PDF`],
      ],
    ),
  );
  console.log(
    `\nprinted exactly the PDFs that differ: ${String(differ.join() === [...printed].sort().join())}; the out folder is that of a clean build: ${isSame}`,
  );
}

for (const library of LIBRARIES) await measure(library);
