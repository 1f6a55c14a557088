import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GOOGLE, guide, META, SMALL, write } from '../build/small.ts';
import { copyProgramTo, PATIENT, start } from '../main/program.ts';
import { descendants } from '../press/processes.ts';
import { temporaryFolder } from '../publish/folders.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sources: string;
let out: string;
let watching: ReturnType<typeof start>;
let output = '';
beforeAll(async () => {
  folder = await temporaryFolder();
  [sources, out] = [join(folder.path, 'sources'), join(folder.path, 'out')];
  await write(sources, SMALL);
  // A copy: its templates are changed.
  const program = join(folder.path, 'program');
  await copyProgramTo(program);
  const flags = ['--sources', sources, '--out', out, '--pack', 'cheat-sheet', '--paper', 'a4', ...PATIENT];
  watching = start(['watch', ...flags], {}, join(program, 'pipeline/start.mjs'));
  for (const stream of [watching.stdout, watching.stderr]) {
    stream?.on('data', (text: string) => {
      output += text;
    });
  }
});
afterAll(async () => {
  watching.kill('SIGKILL');
  await watching.ended;
  await folder[Symbol.asyncDispose]();
});

/** What the next build says, and nothing that comes after it within a second. */
async function nextBuild(): Promise<string> {
  while (!/^Watching/m.test(output)) {
    if (watching.exitCode !== null) throw new Error(`it has ended: ${output}`);
    await pause(50);
  }
  await pause(1000);
  const said = output;
  output = '';
  return said;
}

const builds = (said: string) => said.match(/^Watching/gm)?.length;
const printed = (said: string) => [...said.matchAll(/^(\S+)\.a4\.pdf .* printed$/gm)].map(([, name]) => name);
/** The processes below the watch that are browsers, and no parts of one. */
async function browsers(): Promise<number[]> {
  const pids = (await descendants(watching.pid ?? 0)).map(({ pid }) => pid);
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_, i) => commands[i]?.includes('--remote-debugging') && !commands[i].includes('--type='));
}
const META_PDF = 'meta/ic6/cheat-sheet.a4.pdf';

test('builds, then builds what changes, in one browser, and ends with nothing left', async () => {
  expect(printed(await nextBuild())).toHaveLength(3);
  const first = await browsers();
  expect(first).toHaveLength(1);

  // Written slowly: it is read when it is whole, and once.
  const text = guide({ ...META, questions: ['What was cut?', 'And who decided that?'] });
  await writeFile(join(sources, 'meta/ownership.txt'), '');
  for (const line of text.split(/(?<=\n)/)) {
    await appendFile(join(sources, 'meta/ownership.txt'), line);
    await pause(40);
  }
  const slow = await nextBuild();
  expect({ builds: builds(slow), printed: printed(slow) }).toEqual({ builds: 1, printed: ['meta/ic6/cheat-sheet'] });
  expect(slow).toContain('meta/ic6/cheat-sheet: +2 questions, −2 questions');

  // Many at once: one build.
  await Promise.all([
    write(sources, { 'google/together.md': guide({ ...GOOGLE, questions: ['Who was right?'] }) }),
    write(sources, { 'meta/ownership.txt': guide(META) }),
    ...Array.from({ length: 8 }, (_, index) =>
      write(sources, {
        [`more/${index}.txt`]: `# Behavioral interview\n\n## Practice questions\n\n- Why number ${index}?\n`,
      }),
    ),
  ]);
  const burst = await nextBuild();
  expect({ builds: builds(burst), printed: printed(burst).sort() }).toEqual({
    builds: 1,
    printed: ['general/all-levels/cheat-sheet', 'google/l5/cheat-sheet', 'meta/ic6/cheat-sheet'],
  });

  // A broken source: said so, its packs stay; another one that changes meanwhile is printed.
  const good = await readFile(join(out, META_PDF));
  await write(sources, { 'meta/ownership.txt': new Uint8Array(4096) });
  const broken = await nextBuild();
  expect(broken).toMatch(/^meta\/ownership\.txt: error: .*\(file-not-text\)$/m);
  expect(await readFile(join(out, META_PDF))).toEqual(good);
  await write(sources, { 'google/together.md': guide({ ...GOOGLE, questions: ['Who was wrong?'] }) });
  expect(printed(await nextBuild())).toContain('google/l5/cheat-sheet');
  expect(await readFile(join(out, META_PDF))).toEqual(good);
  await write(sources, { 'meta/ownership.txt': guide({ ...META, questions: ['Mended?'] }) });
  const mended = await nextBuild();
  expect(mended).not.toMatch(/error/);
  expect(printed(mended)).toContain('meta/ic6/cheat-sheet');

  expect(await browsers()).toEqual(first);
  await appendFile(join(folder.path, 'program/templates/cheat-sheet/style.css'), '\nh1 { letter-spacing: 0.3mm }\n');
  expect(printed(await nextBuild())).toHaveLength(3);

  const family = await descendants(watching.pid ?? 0);
  watching.kill('SIGINT');
  expect(await watching.ended).toMatchObject({ code: 0 });
  await pause(500);
  const left = (await descendants(1)).filter(({ pid, started }) =>
    family.some((each) => each.pid === pid && each.started === started),
  );
  expect(left).toEqual([]);
});

test('ends where the program itself is changed', async () => {
  const program = join(folder.path, 'program/pipeline');
  const again = start(
    ['watch', '--sources', sources, '--out', out, '--pack', 'cheat-sheet', '--paper', 'a4', ...PATIENT],
    {},
    join(program, 'start.mjs'),
  );
  let said = '';
  again.stderr?.on('data', (text: string) => {
    said += text;
  });
  while (!said.includes('Watching') && again.exitCode === null) await pause(50);
  await appendFile(join(program, 'main.ts'), '\n');
  const { stderr } = await again.ended;
  expect(stderr).toContain('The program itself has changed: start watch again.');
});
