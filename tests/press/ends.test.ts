import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('endless.ts', import.meta.url));

interface Running {
  pid: number;
  parent: number;
  /** In clock ticks since the machine was started: with the pid, it names one process for good. */
  started: string;
}

/** All processes of this machine that are not dead already (proc(5)). */
async function processes(): Promise<Running[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(join('/proc', pid, 'stat'), 'utf8').catch(() => '')));
  return stats.flatMap((stat, index) => {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isThere = stat !== '' && fields[0] !== 'Z';
    return isThere ? [{ pid: Number(pids[index]), parent: Number(fields[1]), started: fields[19] ?? '' }] : [];
  });
}

async function descendants(pid: number): Promise<Running[]> {
  const all = await processes();
  const under = (parent: number): Running[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...under(each.pid)]);
  return under(pid);
}

async function survivors(before: Running[]): Promise<Running[]> {
  const now = new Set((await processes()).map(({ pid, started }) => `${pid} ${started}`));
  return before.filter(({ pid, started }) => now.has(`${pid} ${started}`));
}

async function printing(end: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, end], { stdio: ['ignore', 'pipe', 'ignore'] });
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
