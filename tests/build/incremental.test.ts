import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { BuildOptions } from '../../pipeline/build/options.ts';
import type { Outcome } from '../../pipeline/build/outcome.ts';
import { buildIn } from '../../pipeline/build.ts';
import { unchanged } from '../../pipeline/unchanged.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { guide, META, options, pressOnly, quiet, SMALL, write } from './small.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sources: string;
let out: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  [sources, out] = [join(folder.path, 'sources'), join(folder.path, 'out')];
  await write(sources, SMALL);
});
afterEach(() => folder[Symbol.asyncDispose]());

const workshop = pressOnly();
afterAll(() => workshop[Symbol.asyncDispose]());

const [meta, google, general] = [
  'meta/ic6/cheat-sheet.a4.pdf',
  'google/l5/cheat-sheet.a4.pdf',
  'general/all-levels/cheat-sheet.a4.pdf',
];
const make = (more: Partial<BuildOptions> = {}) => buildIn(workshop, options(sources, out, more), quiet);
const again = (more: Partial<BuildOptions> = {}) => unchanged(options(sources, out, more));
const printed = ({ packs }: Outcome) => packs.filter(({ isNew }) => isNew).map(({ file }) => file);
const all = ({ packs }: Outcome) => packs.map(({ file }) => file);

/** What a clean build elsewhere makes of the same; the account of changes is history, and its own. */
async function expectClean(more: Partial<BuildOptions> = {}): Promise<void> {
  const clean = join(folder.path, 'clean');
  await rm(clean, { recursive: true, force: true });
  await buildIn(workshop, options(sources, clean, more), quiet);
  const [{ 'CHANGES.md': _a, 'changes.js': _b, ...left }, { 'CHANGES.md': _c, 'changes.js': _d, ...right }] = [
    await contents(out),
    await contents(clean),
  ];
  expect(left).toEqual(right);
}

test('where nothing has changed, nothing is written, whatever the times of the files say', async () => {
  await make();
  const then = new Date(2001, 1, 1);
  for (const file of Object.keys(SMALL)) await utimes(join(sources, file), then, then);
  const before = await Promise.all((await readdir(out, { recursive: true })).map((file) => stat(join(out, file))));
  expect(await again()).toMatchObject({ isPublished: true, changed: [], packs: { length: 3 } });
  const outcome = await make();
  expect({ ...outcome, printed: printed(outcome) }).toMatchObject({ changed: [], printed: [], account: [] });
  const after = await Promise.all((await readdir(out, { recursive: true })).map((file) => stat(join(out, file))));
  expect(
    after.filter(({ mtimeMs }, index) => mtimeMs !== before[index]?.mtimeMs && !after[index]?.isDirectory()),
  ).toHaveLength(1);
});

test('prints exactly the packs of the changed source, and tells what came and went', async () => {
  expect(printed(await make()).sort()).toEqual([general, google, meta]);
  const [first = ''] = META.questions;
  await write(sources, {
    'meta/ownership.txt': guide({ ...META, questions: [first, 'Who disagreed with you last?', 'What did you stop?'] }),
  });
  expect(await again()).toBeUndefined();
  const outcome = await make({ why: ['meta/ic6/cheat-sheet', 'google/l5/cheat-sheet.a4.pdf'] });
  expect(printed(outcome)).toEqual([meta]);
  expect(outcome.account).toEqual(['meta/ic6/cheat-sheet: +2 questions, −1 question']);
  expect(outcome.why.sort()).toEqual([
    `${google}: not printed: nothing that shapes it has changed`,
    `${meta}: printed: its items (+2 questions, −1 question, from meta/ownership.txt) changed`,
  ]);
  expect(await readFile(join(out, 'CHANGES.md'), 'utf8')).toContain(
    '- `meta/ic6/cheat-sheet`: +2 questions, −1 question',
  );
  const script = await readFile(join(out, 'changes.js'), 'utf8');
  expect(JSON.parse(script.slice(script.indexOf('{'), -2))).toMatchObject({
    packs: [{ what: 'changed', added: { question: 2 } }],
  });
  await expectClean();
});

test('a change that is taken back is not printed again', async () => {
  await make();
  await write(sources, { 'meta/ownership.txt': guide({ ...META, questions: ['Another one?'] }) });
  await make();
  await write(sources, SMALL);
  expect(printed(await make())).toEqual([]);
  await expectClean();
});

test('a deleted source takes its items with it, and the packs that only it spoke for', async () => {
  await make();
  await rm(join(sources, 'google/together.md'));
  const outcome = await make();
  expect(all(outcome).sort()).toEqual([general, meta]);
  expect(outcome.account).toContain('google/l5/cheat-sheet: gone');
  expect(existsSync(join(out, 'google'))).toBe(false);
  await expectClean();
});

test('an emptied source and a renamed one are taken as they are now', async () => {
  await make();
  await writeFile(join(sources, 'google/together.md'), '');
  await rename(join(sources, 'general.md'), join(sources, 'everybody.md'));
  expect(all(await make()).sort()).toEqual([general, meta]);
  await expectClean();
});

test('what is in the out folder is what the options ask for', async () => {
  await make();
  for (const more of [{ request: { companies: ['meta'] } }, { papers: ['letter'] }, { branding: 'Ours' }, {}]) {
    expect(await again(more)).toBeUndefined();
    await make(more);
    await expectClean(more);
  }
});

test.each([
  ['a reading', 'readings', /\.json$/],
  ['a selection', 'selections', /\.json$/],
  ['the note of a print', 'prints', /\.json$/],
  ['a printed PDF', 'prints', /\.pdf$/],
])('%s that was damaged in the cache is made again', async (_, kind, name) => {
  await make();
  const entries = (await readdir(join(out, '.prepress', kind))).filter((file) => name.test(file));
  expect(entries).toHaveLength(3);
  for (const entry of entries) {
    const path = join(out, '.prepress', kind, entry);
    const text = await readFile(path, 'latin1');
    await rm(path);
    await writeFile(
      path,
      text.replace(/[0-9](?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
      'latin1',
    );
  }
  await rm(join(out, 'library.json'));
  const outcome = await make();
  expect(printed(outcome)).toHaveLength(kind === 'prints' ? 3 : 0);
  await expectClean();
});

test('a published file that was damaged or removed is there again', async () => {
  await make();
  await rm(join(out, meta));
  await writeFile(join(out, google), 'scribbled over');
  expect(await again()).toBeUndefined();
  expect(printed(await make())).toHaveLength(1);
  await expectClean();
});

test('--clean forgets, then builds', async () => {
  await make();
  const outcome = await make({ clean: true, why: ['meta/ic6/cheat-sheet'] });
  expect(printed(outcome)).toHaveLength(3);
  expect(outcome.changed).toEqual([]);
  expect(outcome.why).toEqual([`${meta}: printed again: the print that was kept is gone or damaged`]);
});

test('shards make every pack once, and their manifests together are that of one build', async () => {
  await make();
  const whole = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  const packs = [];
  for (const index of [1, 2]) {
    const folderOf = join(folder.path, `shard-${index}`);
    await buildIn(workshop, options(sources, folderOf, { shard: { index, count: 2 } }), quiet);
    const manifest = JSON.parse(await readFile(join(folderOf, 'manifest.json'), 'utf8'));
    packs.push(...manifest.packs);
    expect({ ...manifest, packs: [] }).toEqual({ ...whole, packs: [] });
  }
  const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
  expect(packs.sort(byFile)).toEqual(whole.packs);

  const merged = join(folder.path, 'merged');
  const shards = [1, 2].map((index) => join(folder.path, `shard-${index}`));
  const outcome = await buildIn(workshop, options(sources, merged, { merge: shards }), quiet);
  expect(printed(outcome)).toEqual([]);
  expect(await contents(merged)).toEqual(await contents(out));
});

test('a pack that does not fit fails alone, and no older PDF stays at its name', async () => {
  await make();
  const focus = (words: string) =>
    `# Companies\n\n| Company | What it weighs | How to prepare |\n|---|---|---|\n| Google | ${words} | Prepare |\n`;
  await write(sources, { 'google/focus.md': focus('A word that fills the page '.repeat(1200)) });
  const outcome = await make();
  expect(outcome).toMatchObject({ isPublished: true, failed: [google, general] });
  expect(all(outcome)).toEqual([meta]);
  const problem = outcome.diagnostics.find(({ file }) => file === google);
  expect(problem).toMatchObject({ rule: 'pack-over-budget', file: google });
  expect(problem?.found).toMatch(/needs \d+ pages where 2 are allowed/);
  expect(existsSync(join(out, google))).toBe(false);
  expect(existsSync(join(out, '.prepress/rejected', google))).toBe(true);
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  const failed = { company: 'google', level: 'L5', kind: 'cheat-sheet', paper: 'a4' };
  expect(manifest.failed).toContainEqual(expect.objectContaining(failed));
  expect(await again()).toMatchObject({ failed: [google, general] });
  await write(sources, { 'google/focus.md': focus('Few words.') });
  expect(all(await make()).sort()).toEqual([general, google, meta]);
  expect(existsSync(join(out, '.prepress/rejected', google))).toBe(false);
  await expectClean();
});

test('where no pack would remain, the last build stays', async () => {
  await make();
  const before = await contents(out);
  for (const file of Object.keys(SMALL)) await writeFile(join(sources, file), ' \n');
  const outcome = await make();
  expect(outcome).toMatchObject({ isPublished: false, packs: [] });
  expect(outcome.diagnostics.map(({ rule }) => rule)).toContain('no-sources');
  expect(await contents(out)).toEqual(before);
});

test('the configuration file asks for what the command line does not', async () => {
  await write(folder.path, { 'packs.config.json': JSON.stringify({ companies: ['google'], papers: ['letter'] }) });
  expect(all(await make({ papers: undefined }))).toEqual(['google/l5/cheat-sheet.letter.pdf']);
  expect(await again({ papers: undefined })).toBeDefined();
  expect(all(await make({ request: { companies: ['meta'], kinds: ['cheat-sheet'] } }))).toEqual([meta]);
});
