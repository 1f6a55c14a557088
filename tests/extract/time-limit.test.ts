import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { ownThread, spentBy } from '../../pipeline/extract/thread.ts';
import { begin, openClock, watchTime } from '../../pipeline/extract/time-limit.ts';
import { extract } from '../../pipeline/extract.ts';
import type { SourceFile } from '../../pipeline/load.ts';

const source = (file: string, text: string): SourceFile => ({
  file,
  sha256: '0'.repeat(64),
  text,
  vfile: new VFile({ path: file }),
});

/** Uses up processor time, however long that takes on a busy machine. */
function burn(milliseconds: number): void {
  const before = process.cpuUsage();
  for (let spent = 0; spent < milliseconds; ) {
    const { user, system } = process.cpuUsage(before);
    spent = (user + system) / 1000;
  }
}

/** Whether the work of a thread is cut short within a second in which this one is busy. */
async function isCutShort(clock: Int32Array, milliseconds: number): Promise<boolean> {
  const limit = new AbortController();
  const watch = watchTime(clock, milliseconds, limit, { count: 1 });
  for (let i = 0; i < 10 && !limit.signal.aborted; i++) {
    burn(60);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  watch.abort();
  return limit.signal.aborted;
}

test('what uses up its time is set aside, and the others are read', async () => {
  const line = 'Tell me about a time you changed your mind about a plan that others had made.\n\n';
  const page = `# Interview questions\n\n- ${line}`;
  const [long, short] = await extract([source('long.txt', line.repeat(12_000)), source('short.txt', page)], {
    parseTimeout: 400,
  });
  expect(long?.items).toEqual([]);
  expect(long?.diagnostics).toMatchObject([{ rule: 'parse-timeout', file: 'long.txt', severity: 'error' }]);
  expect(short?.items).toHaveLength(1);
});

test.skipIf(process.platform !== 'linux')('what other threads do is not held against a source', async () => {
  const clock = openClock();
  const worker = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads"); parentPort.once("message", () => {});
    workerData[0] = Number(require("node:fs").readlinkSync("/proc/thread-self").split("/").at(-1));
    parentPort.postMessage("begun");`,
    { eval: true, workerData: clock },
  );
  await once(worker, 'message');
  expect(await isCutShort(clock, 200)).toBe(false);
  await worker.terminate();
});

test('a source has as much more time as its worker took longer for its first text', async () => {
  const [usual, slow] = [openClock(), openClock()];
  begin(usual, 50);
  begin(slow, 10_000);
  expect(await isCutShort(usual, 200)).toBe(true);
  expect(await isCutShort(slow, 200)).toBe(false);
});

test.skipIf(process.platform !== 'linux')('a thread is told what it spent', () => {
  const thread = ownThread() ?? 0;
  const before = spentBy(thread) ?? 0;
  expect(before).toBeGreaterThan(0);
  burn(50);
  expect((spentBy(thread) ?? 0) - before).toBeGreaterThan(10);
  expect(spentBy(0)).toBeUndefined();
});
