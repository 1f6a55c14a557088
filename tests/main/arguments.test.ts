import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL, write } from '../build/small.ts';
import { contents, temporaryFolder } from '../publish/folders.ts';
import { PATIENT, run } from './program.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sources: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  sources = join(folder.path, 'sources');
  await write(sources, SMALL);
});
afterAll(() => folder[Symbol.asyncDispose]());

describe.concurrent('refuses with exit code 2, and names the nearest valid one', () => {
  const list = () => ['list', '--sources', sources, ...PATIENT];
  const build = () => ['build', '--sources', sources, '--out', join(folder.path, 'never'), ...PATIENT];
  test.each<[string, () => string[], RegExp]>([
    ['an unknown verb', () => ['biuld'], /unknown command 'biuld'[\s\S]*build/],
    ['an unknown flag', () => [...build(), '--papr', 'a4'], /unknown option '--papr'[\s\S]*--paper/],
    ['a flag of another verb', () => ['check', '--paper', 'a4'], /unknown option '--paper'/],
    ['a verb too many', () => ['list', 'build'], /too many arguments/],
    [
      'an unknown paper',
      () => [...build(), '--paper', 'a5'],
      /no paper "a5"\. Did you mean a4\? There are: a4, letter/,
    ],
    [
      'an unknown kind of pack',
      () => [...list(), '--pack', 'cheatsheet'],
      /no pack "cheatsheet"\. Did you mean cheat-sheet\?/,
    ],
    [
      'an unknown company',
      () => [...list(), '--company', 'mata'],
      /company "mata"\. Did you mean meta\?.*google, meta/,
    ],
    ['an unknown level', () => [...list(), '--level', 'IC9'], /level "IC9"\. Did you mean IC6\?/],
    ['an unknown role', () => [...list(), '--role', 'nurse'], /role "nurse"/],
    [
      'a pack that is not there',
      () => [...build(), '--why', 'meta/ic6/cheatsheet'],
      /"meta\/ic6\/cheatsheet"\. Did you mean meta\/ic6\/cheat-sheet\?/,
    ],
    ['a shard that is none', () => [...build(), '--shard', '3/2'], /1\/3/],
    ['a number that is none', () => [...build(), '--jobs', 'many'], /whole number/],
    ['a form that is none', () => ['check', '--format', 'xml'], /human, json, sarif/],
    ['a missing file to write to', () => ['extract', '--sources', sources], /--out/],
    ['a missing folder', () => ['check', '--sources', join(folder.path, 'nowhere')], /no folder .*nowhere.*--sources/],
    [
      'an out folder among the sources',
      () => ['build', '--sources', sources, '--out', join(sources, 'out')],
      /among the sources/,
    ],
  ])('%s', async (_, args, words) => {
    const { code, stdout, stderr } = await run(args());
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('a configuration that is none', async () => {
    const config = join(folder.path, 'config.json');
    await writeFile(config, '{ "papers": ["a5"], "colour": "red" }');
    const { code, stderr } = await run([...list(), '--config', config]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/config\.json: papers: 0: .*"a4"/);
    expect(stderr).toMatch(/colour/);
  });
});

test('help ends with 0, no verb at all with 2', async () => {
  const [help, verb, none] = await Promise.all([run(['--help']), run(['build', '--help']), run([])]);
  expect([help.code, verb.code, none.code]).toEqual([0, 0, 2]);
  expect(help.stdout).toMatch(/build[\s\S]*extract[\s\S]*check[\s\S]*list/);
  expect(verb.stdout).toMatch(/--parse-timeout/);
});

test('paths start where the user stands', async () => {
  const stand = join(folder.path, 'stand');
  await mkdir(stand);
  const flags = ['extract', '--sources', '../sources', '--out', 'library.json', ...PATIENT];
  const { code } = await run(flags, { env: { INIT_CWD: stand } });
  expect(code).toBe(0);
  const library = JSON.parse(await readFile(join(stand, 'library.json'), 'utf8'));
  expect(library.sources.map(({ file }: { file: string }) => file)).toEqual(Object.keys(SMALL).sort());
});

test('levels are named by the company or by band, in any case', async () => {
  const list = ['list', '--sources', sources, '--pack', 'cheat-sheet', ...PATIENT, '--level'];
  const runs = await Promise.all(['ic6', 'STAFF', 'l5,ic6'].map((level) => run([...list, level])));
  expect(runs.map(({ stdout }) => stdout.match(/^\S+/gm))).toEqual([
    ['meta/ic6/cheat-sheet'],
    ['meta/ic6/cheat-sheet'],
    ['google/l5/cheat-sheet', 'meta/ic6/cheat-sheet'],
  ]);
});

test('check says what is wrong in three forms, and strict lets warnings fail', async () => {
  const doubtful = join(folder.path, 'doubtful');
  await write(doubtful, {
    ...SMALL,
    'latin.txt': Buffer.from('# Behavioral interview at Meta\n\n## Pitfalls\n\n- A caf\xe9 story\n', 'latin1'),
  });
  const check = ['check', '--sources', doubtful, ...PATIENT];
  const [human, json, sarif, strict] = await Promise.all([
    run(check),
    run([...check, '--format', 'json']),
    run([...check, '--format', 'sarif']),
    run([...check, '--strict']),
  ]);
  expect([human, json, sarif, strict].map(({ code }) => code)).toEqual([0, 0, 0, 1]);
  expect(human.stdout).toMatch(/latin\.txt:5:\d+: warning: .*Windows-1252.*UTF-8/);
  expect(human.stdout).not.toContain('\x1b');
  const [diagnostic] = JSON.parse(json.stdout).diagnostics;
  expect(diagnostic).toMatchObject({ file: 'latin.txt', line: 5, rule: 'encoding-guessed' });
  expect(JSON.parse(sarif.stdout).runs[0].results).toHaveLength(JSON.parse(json.stdout).diagnostics.length);
});

test('build prints a line for each pack and no bar where there is no terminal, and nothing of it is untrue', async () => {
  const out = join(folder.path, 'out');
  const build = ['build', '--sources', sources, '--out', out, '--pack', 'cheat-sheet', '--paper', 'a4', ...PATIENT];
  const first = await run(build);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const lines = first.stdout.match(/^\S+\.pdf {2}\d+ pages? {2}printed$/gm) ?? [];
  expect(lines).toHaveLength(3);
  expect(Object.keys(await contents(out))).toEqual(expect.arrayContaining(lines.map((line) => line.split(' ')[0])));
  const second = await run(build);
  expect(second).toMatchObject({ code: 0, stderr: '', stdout: `Nothing changed; 3 packs in ${out}\n` });
  await rm(join(sources, 'google'), { recursive: true });
  expect((await run(build)).stdout).toMatch(/^google\/l5\/cheat-sheet: gone$/m);
  await write(sources, SMALL);
});
