import { expect, test } from 'vitest';
import { descendants } from './processes.ts';
import { job, testPress } from './setting.ts';

const JOBS = process.env.PREPRESS_LONG ? 1_000 : 300;
const table = `<table><tr><th>a<th>b</tr>${'<tr><td>1<td>2</tr>'.repeat(40)}</table>`;

/** Resident memory of the browser's processes, in MiB. */
async function browserMemory(): Promise<number> {
  return (await descendants(process.pid)).reduce((sum, { memory }) => sum + memory, 0);
}

test.runIf(process.platform === 'linux')(
  `${JOBS} jobs take no more memory than the first 50`,
  { timeout: 300_000 },
  async () => {
    const fit = async () => ({ pages: 3, leftOut: [], over: false });
    await using press = await testPress({ fit, pages: 2 });
    const printMany = async (from: number, to: number) => {
      const numbers = Array.from({ length: to - from }, (_, index) => from + index);
      const results = await Promise.all(
        numbers.map((number) => press.print(job(`<h1>${number}</h1>${'<p>Some text.</p>'.repeat(40)}${table}`))),
      );
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
    };
    await printMany(0, 50);
    const before = await browserMemory();
    for (let done = 50; done < JOBS; done += 50) await printMany(done, done + 50);
    expect(await browserMemory()).toBeLessThan(before * 1.1);
  },
);
