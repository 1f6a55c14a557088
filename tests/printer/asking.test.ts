import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL, write } from '../build/small.ts';

const START = fileURLToPath(new URL('../../pipeline/start.mjs', import.meta.url));
const DOWN = '\u001b[B';

/** Why there can be no terminal here; empty where there can. */
function whyNoTerminal(): string {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux')
      ? ''
      : 'another script(1)';
  } catch {
    return 'script(1) of util-linux is missing: apt-get install bsdutils';
  }
}

const reason = whyNoTerminal();

describe.skipIf(reason)(`printing at a terminal${reason && ` (skipped: ${reason})`}`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'asking-'));
    await write(join(folder, 'sources'), SMALL);
    await writeFile(join(folder, 'packs.config.json'), '{ "packs": ["cheat-sheet", "flash-cards"], "papers": ["a4"] }');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs `print` at a terminal and answers each question with the keys for it. */
  async function print(answers: [question: string, keys: string][]): Promise<string> {
    const flags = ['sources', 'out'].map((name) => `--${name} ${join(folder, name)}`).join(' ');
    const command = `${process.execPath} ${START} print ${flags} --config ${join(folder, 'packs.config.json')} --parse-timeout 60000`;
    // No spooler answers at this port, and nobody sits before a screen.
    const env = { ...process.env, CUPS_SERVER: '127.0.0.1:9', DISPLAY: '', WAYLAND_DISPLAY: '', TERM: 'xterm' };
    const child = spawn('script', ['-qefc', command, '/dev/null'], { env, cwd: join(START, '../..') });
    let all = '';
    const open = [...answers];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      all += text;
      const [question, keys] = open[0] ?? ['', ''];
      if (!question || !all.includes(question) || !all.slice(all.lastIndexOf(question)).includes('navigate')) return;
      open.shift();
      child.stdin.write(keys);
    });
    await once(child, 'close');
    return all;
  }

  it('asks for the company and the pack, with what exists as the choices', async () => {
    const all = await print([
      ['Which company?', `${DOWN}${DOWN}\r`],
      ['Which pack?', `${DOWN}\r`],
    ]);
    expect(all).toMatch(/general.*google.*meta/s);
    expect(all).toContain(`Open it and print it from there: ${join(folder, 'out/meta/ic6/flash-cards.a4.pdf')}`);
  });

  it('prints nothing where somebody leaves the question', async () => {
    const all = await print([['Which company?', '\u0003']]);
    expect(all).toContain('Nothing was printed.');
    expect(all).not.toContain('defect');
  });
});
