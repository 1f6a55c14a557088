import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Holder, takeLock } from '../../pipeline/publish/lock.ts';
import { temporaryFolder } from './folders.ts';

const MODULE = new URL('../../pipeline/publish/lock.ts', import.meta.url).href;
const ignore = () => undefined;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

/** A process that takes the lock and keeps it until it is killed. */
async function holdElsewhere(): Promise<ChildProcess> {
  const code = `import { takeLock } from ${JSON.stringify(MODULE)};
await takeLock(${JSON.stringify(folder.path)}, () => {});
process.stdout.write('held');
setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

test('holds others off until it is released, and says who holds it', async () => {
  const first = await takeLock(folder.path, ignore);
  const heard: Holder[] = [];
  let isSecond = false;
  const second = takeLock(folder.path, (holder) => heard.push(holder)).then((lock) => {
    isSecond = true;
    return lock;
  });
  await pause(250);
  expect(isSecond).toBe(false);
  expect(heard.map(({ pid, host }) => ({ pid, host }))).toEqual([{ pid: process.pid, host: hostname() }]);
  await first[Symbol.asyncDispose]();
  await (await second)[Symbol.asyncDispose]();
  expect(await readdir(folder.path)).toEqual([]);
});

test('waits while another process lives, and takes over at once when it is killed', async () => {
  const child = await holdElsewhere();
  let holder: Holder | undefined;
  const taken = takeLock(folder.path, (other) => {
    holder = other;
  });
  await pause(250);
  expect(holder?.pid).toBe(child.pid);
  const killed = Date.now();
  child.kill('SIGKILL');
  await using _lock = await taken;
  expect(Date.now() - killed).toBeLessThan(1000);
});

test('takes over the lock of a process whose number another one has now', async () => {
  await (async () => {
    await takeLock(folder.path, ignore);
    const lying = { pid: process.pid, host: hostname(), born: 'another time', token: 'x' };
    await writeFile(join(folder.path, 'lock', 'holder.json'), JSON.stringify(lying));
  })();
  await using _lock = await takeLock(folder.path, () => expect.unreachable('it waits for a process that is gone'));
});

test('a lock from another machine is never taken over', async () => {
  await takeLock(folder.path, ignore);
  const far = { pid: 1, host: `not-${hostname()}`, born: null, token: 'x' };
  await writeFile(join(folder.path, 'lock', 'holder.json'), JSON.stringify(far));
  const signal = AbortSignal.timeout(300);
  await expect(takeLock(folder.path, ignore, signal)).rejects.toThrow();
  expect(await readdir(folder.path)).toEqual(['lock']);
});

test('of many that take over a dead lock at once, one at a time holds it', async () => {
  const child = await holdElsewhere();
  child.kill('SIGKILL');
  await once(child, 'exit');
  let holding = 0;
  let most = 0;
  const work = async () => {
    await using _lock = await takeLock(folder.path, ignore);
    holding++;
    most = Math.max(most, holding);
    await pause(3);
    holding--;
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect(most).toBe(1);
  expect(await readdir(folder.path)).toEqual([]);
});
