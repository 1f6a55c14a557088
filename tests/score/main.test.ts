import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from './sample.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder: string;

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['--import', 'tsx', MAIN, ...args])) };
  } catch (problem) {
    return problem as { code: number; stdout: string; stderr: string };
  }
}
const scoring = (...args: string[]) =>
  run(
    '--sources',
    join(folder, 'sources'),
    '--gold',
    join(folder, 'gold'),
    '--library',
    join(folder, 'library.json'),
    ...args,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-'));
  await mkdir(join(folder, 'sources'));
  await mkdir(join(folder, 'gold'));
  await writeFile(join(folder, 'sources/a.txt'), '# What went wrong?\n\n- Name the cause.\n- Name the guard.\n');
  await writeFile(join(folder, 'gold/a.tsv'), '1\tquestion\tevaluates=no;company=meta\n3\tguidance\n4\tguidance\n');
  const items = [
    sample('question'),
    sample('guidance', { line: 3, text: 'Name the cause.' }),
    sample('pitfall', { line: 4, text: 'Name the culprit.' }),
  ];
  await writeFile(join(folder, 'library.json'), JSON.stringify({ schemaVersion: 1, sources: [], items }));
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run score', { timeout: 60_000 }, () => {
  test('prints tables by kind and source, the baselines, the shares and the misses', async () => {
    const { code, stdout, stderr } = await scoring('--misses');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('F1 0.667 (2/3 found, 1 spurious)');
    expect(stdout.split('\n').slice(1).join('\n')).toMatchInlineSnapshot(`
      "
      kind      gold  found  spurious  precision  recall     F1
      guidance     2      1         0      1.000   0.500  0.667
      pitfall      0      0         1      0.000   1.000  0.000
      question     1      1         0      1.000   1.000  1.000

      source  gold  found  spurious  precision  recall     F1
      a          3      2         1      0.667   0.667  0.667

      questions by         gold  found  spurious  precision  recall     F1
      this library            1      1         0      1.000   1.000  1.000
      headings only           1      1         0      1.000   1.000  1.000
      question marks only     1      1         0      1.000   1.000  1.000

      attribute  a:1 question: company=meta, of: What went wrong?
      missed     a:4 guidance: - Name the guard.
      spurious   a:4 pitfall: Name the culprit.
      unfaithful a:4 pitfall: Name the culprit.

      faithful 0.667 (2/3) · complete 1.000 (6/6) · attributes 0.500 (1/2)
      all kinds: precision 0.667 recall 0.667 F1 0.667 (2/3 found, 1 spurious)

      "
    `);
  });

  test('fails below the bar, and where the gold has mistakes', async () => {
    expect((await scoring('--min-f1', '0.66')).code).toBe(0);
    expect((await scoring('--min-f1', '0.67')).code).toBe(1);
    await writeFile(join(folder, 'gold/b.tsv'), '');
    const { code, stderr } = await scoring();
    await rm(join(folder, 'gold/b.tsv'));
    expect(code).toBe(1);
    expect(stderr).toContain('b.tsv:1: no source has this name\nmistakes in the gold: 1');
  });

  test.each([
    [['--min-f1', 'high'], '--min-f1 is a share from 0 to 1'],
    [['--sources', 'x'], '--sources and --gold come in pairs'],
    [['--sources', 'nowhere', '--gold', 'nowhere'], 'ENOENT'],
    [['--bars'], 'Unknown option'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
