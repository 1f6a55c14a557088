import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { descendants, processes, type Running } from './processes.ts';

const PROGRAM = fileURLToPath(new URL('endless.ts', import.meta.url));

async function survivors(before: Running[]): Promise<Running[]> {
  const now = new Set((await processes()).map(({ pid, started }) => `${pid} ${started}`));
  return before.filter(({ pid, started }) => now.has(`${pid} ${started}`));
}

// A browser whose Node is killed leaves its empty profile behind.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepress-ends-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function printing(end: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, end], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: folder },
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

const ENDS: Record<string, (child: ChildProcess) => void> = {
  SIGKILL: (child) => child.kill('SIGKILL'),
  'SIGKILL while a page hangs': (child) => child.kill('SIGKILL'),
  SIGTERM: (child) => child.kill('SIGTERM'),
  SIGINT: (child) => child.kill('SIGINT'),
  SIGHUP: (child) => child.kill('SIGHUP'),
  exit: () => undefined,
  throw: () => undefined,
};

describe.runIf(process.platform === 'linux')('no process of the browser is left 3 s after the end by', () => {
  test.for(Object.entries(ENDS))('%s', { timeout: 30_000 }, async ([end, bring]) => {
    const child = await printing(end);
    const before = await descendants(child.pid ?? 0);
    expect(before.length).toBeGreaterThan(2);
    const ended = once(child, 'exit');
    bring(child);
    await ended;
    for (let waited = 0; waited < 3_000 && (await survivors(before)).length > 0; waited += 100) await delay(100);
    expect(await survivors(before)).toEqual([]);
  });
});
