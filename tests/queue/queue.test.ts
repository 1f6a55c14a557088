import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue, UnrecoverableError, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { EnvironmentProblem } from '../../pipeline/environment.ts';
import { optional } from '../../pipeline/queue/packages.ts';
import { openQueuePress } from '../../pipeline/queue/press.ts';
import { write } from '../build/small.ts';
import { run } from '../main/program.ts';
import { job } from '../press/setting.ts';
import { begun, certify, NO_REDIS, PASSWORD, type Server, startRedis } from './redis.ts';
import { openSetting, published, type Setting, stop, type WorkerProcess } from './setting.ts';

let redis: Server;
let setting: Setting;
beforeAll(async () => {
  if (NO_REDIS) return;
  redis = await startRedis();
  setting = await openSetting();
}, 300_000);
afterAll(async () => {
  await setting?.[Symbol.asyncDispose]();
  await redis?.[Symbol.asyncDispose]();
});
let workers: WorkerProcess[] = [];
beforeEach(async ({ skip }) => {
  skip(NO_REDIS !== undefined, NO_REDIS);
  await redis.client.flushall();
});
afterEach(async () => {
  await Promise.all(workers.map(stop));
  workers = [];
});
const startWorkers = async (count: number) => {
  workers = await Promise.all(Array.from({ length: count }, () => setting.worker(redis.url)));
};
const queued = () => setting.build(['--queue', redis.url]);

test.for([1, 2, 4])('%i workers make what the local build makes, each pack once', async (count) => {
  await startWorkers(count);
  const build = queued();
  expect(await build.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await published(build.out)).toEqual(setting.local);
  const packs = Object.keys(setting.local).filter((file) => file.endsWith('.pdf'));
  const times = Object.values(await begun(redis));
  expect(times).toEqual(packs.map(() => 1));
  expect(await redis.client.keys(`bull:prepress:${'?'.repeat(64)}`), 'no job stays in the queue').toEqual([]);
});

test('shards make together what the local build makes, and what is stored is not printed again', async () => {
  await startWorkers(1);
  const shards = ['1/2', '2/2'].map((shard) => setting.build(['--queue', redis.url, '--shard', shard]));
  const files: Record<string, string> = {};
  const packs: { file: string }[] = [];
  for (const shard of shards) {
    expect(await shard.ended).toMatchObject({ code: 0, stderr: '' });
    const made = await published(shard.out);
    packs.push(...JSON.parse(made['manifest.json'] ?? '').packs);
    Object.assign(files, Object.fromEntries(Object.entries(made).filter(([file]) => file.endsWith('.pdf'))));
  }
  const wanted = Object.entries(setting.local).filter(([file]) => file.endsWith('.pdf'));
  expect(files).toEqual(Object.fromEntries(wanted));
  const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
  expect(packs.toSorted(byFile)).toEqual(JSON.parse(setting.local['manifest.json'] ?? '').packs);
  const whole = queued();
  await whole.ended;
  expect(await published(whole.out)).toEqual(setting.local);
  expect(Object.values(await begun(redis))).toEqual(wanted.map(() => 1));
});

test('a folder can be the store, and what is damaged there is printed again', async () => {
  const store = join(setting.path, 'store');
  workers = [await setting.worker(redis.url, ['--store', store])];
  const flags = ['--queue', redis.url, '--store', store];
  const first = setting.build(flags);
  expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
  const stored = Object.keys(await published(store)).filter((file) => file.startsWith('bytes/') && file !== 'bytes/');
  await write(store, { [stored[0] ?? '']: 'damaged' });
  const second = setting.build(flags);
  expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await published(second.out)).toEqual(setting.local);
});

test('a failed pack is reported with its reason, and printed when it is asked for again', async () => {
  const failing = new Worker(
    'prepress',
    async ({ name }) => {
      throw new UnrecoverableError(`no good: ${name}`);
    },
    { connection: redis.client },
  );
  const first = queued();
  const { code, stderr } = await first.ended;
  await failing.close();
  expect(code).toBe(1);
  expect(stderr).toMatch(/meta\/ic6\/cheat-sheet\.a4\.pdf[\s\S]*no good: meta\/ic6\/cheat-sheet\.a4/);
  await startWorkers(1);
  const second = setting.build(['--queue', redis.url], first.out);
  expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await published(second.out)).toEqual(setting.local);
});

test('a worker refuses what it cannot trust, in clear words', async () => {
  await startWorkers(1);
  const note = () => undefined;
  const of = async (versions: Record<string, string>) => {
    await using press = await openQueuePress({ url: redis.url, store: redis.url, versionsOf: () => versions, note });
    const printed = press.print({ ...job('<p>Hello', { name: 'a', kind: 'cheat-sheet' }), id: 'a'.repeat(64) });
    return await printed.catch((error: unknown) => error);
  };
  const other = await of({ program: 'b'.repeat(64), browser: 'chrome 1.2.3' });
  expect(other).toBeInstanceOf(EnvironmentProblem);
  expect((other as Error).message).toMatch(
    /refused a job: it was made for program bbbbbbbbbbbbbbbb, not [0-9a-f]{16}; .*browser chrome 1\.2\.3, not .*; run the same/,
  );
  const queue = new Queue('prepress', { connection: redis.client });
  const refusalOf = async (id: string, data: unknown) => {
    await queue.add('rubbish', data, { jobId: id, attempts: 3 });
    await expect.poll(() => queue.getJobState(id), { timeout: 20_000 }).toBe('failed');
    return (await queue.getJob(id))?.failedReason;
  };
  expect(await refusalOf('rubbish', { command: 'rm' })).toMatch(/refused a job: it is no print job/);

  const build = setting.build(['--queue', redis.url, '--pack', 'cheat-sheet', '--paper', 'a4']);
  for (const worker of workers) worker.kill('SIGSTOP');
  await expect.poll(() => queue.getWaitingCount(), { timeout: 60_000 }).toBeGreaterThan(0);
  const [honest] = await queue.getJobs('waiting');
  build.kill('SIGKILL');
  for (const worker of workers) worker.kill('SIGCONT');
  const { versions, job: printJob } = honest?.data ?? {};
  const forged = { versions, job: { ...printJob, html: '<p>Something else', id: 'c'.repeat(64) } };
  expect(await refusalOf('c'.repeat(64), forged)).toMatch(/its id is not the hash of what it holds/);
  await queue.close();
});

test('no secret is printed, and what is missing or wrong is said', async () => {
  await startWorkers(1);
  const { port } = new URL(redis.url);
  const flags = (queue: string) => ['--queue', queue, '--pack', 'cheat-sheet', '--paper', 'a4'];
  const tried = await Promise.all(
    [
      redis.url,
      `redis://:${PASSWORD}x@127.0.0.1:${port}`,
      `redis://:${PASSWORD}@127.0.0.1:1`,
      `http://${PASSWORD}@a`,
    ].map((url) => setting.build([...flags(url), '--debug']).ended),
  );
  expect(tried.map(({ code }) => code)).toEqual([0, 3, 3, 2]);
  expect(tried.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
    '',
    expect.stringMatching(/^redis:\/\/127\.0\.0\.1:\d+ does not answer \(WRONGPASS .*\): start Redis there, or mend/),
    'redis://127.0.0.1:1 does not answer (ECONNREFUSED): start Redis there, or mend the address',
    '--queue must be redis://host:port, or rediss://user:password@host:port for TLS.',
  ]);
  const said = await Promise.all(workers.map(stop));
  for (const { stdout, stderr } of [...tried, ...said]) expect(stdout + stderr).not.toContain(PASSWORD);
});

test('through TLS the same comes back, and a server that nobody vouches for is refused', async () => {
  const tls = certify(setting.path);
  await using secure = await startRedis(tls);
  const trusting = { NODE_EXTRA_CA_CERTS: tls.certificate };
  workers = [await setting.worker(secure.url, [], trusting)];
  const flags = ['--queue', secure.url, '--pack', 'cheat-sheet', '--paper', 'a4'];
  const build = setting.build(flags, undefined, trusting);
  expect(await build.ended).toMatchObject({ code: 0, stderr: '' });
  const sheets = Object.entries(await published(build.out)).filter(([file]) => file.endsWith('.a4.pdf'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const [file, bytes] of sheets) expect(bytes).toBe(setting.local[file]);
  const wary = await setting.build(flags).ended;
  expect(wary.code).toBe(3);
  expect(wary.stderr).toMatch(/^rediss:\/\/127\.0\.0\.1:\d+ does not answer \(.*(?:self-signed|SELF_SIGNED)/i);
});

test('where no worker comes, the build ends and says so', async () => {
  const noted: string[] = [];
  const note = (line: string) => noted.push(line);
  const options = { url: redis.url, store: redis.url, versionsOf: () => ({}), note, patience: 500 };
  await using press = await openQueuePress(options);
  await expect(press.print(job('<p>Hello', { name: 'a' }))).rejects.toThrow(
    /^Nothing has come back from redis:\/\/127\.0\.0\.1:\d+ for 1 s \(no worker has answered\): start workers there$/,
  );
});

test('the local build imports nothing of the queue, and without its packages says what to install', async () => {
  const list = join(setting.path, 'imported');
  const hook = `--import ${new URL('../main/list-imports.mjs', import.meta.url)}`;
  const out = join(setting.path, 'listed');
  const flags = ['build', '--sources', join(setting.path, 'sources'), '--out', out, '--pack', 'cheat-sheet'];
  await run(flags, { env: { NODE_OPTIONS: hook, IMPORTED: list } }, setting.main);
  const imported = (await readFile(list, 'utf8')).split('\n');
  expect(imported.filter((url) => /node_modules\/(bullmq|ioredis|unstorage)\//.test(url))).toEqual([]);
  expect(imported.length).toBeGreaterThan(50);
  const missing = 'a-package-that-is-not-there';
  await expect(optional(() => import(missing))).rejects.toThrow(
    /^--queue needs packages that are not there: npm install --no-save --save-prod --omit=dev bullmq@\S+ ioredis@\S+ unstorage@\S+$/,
  );
});
