import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openQueuePress } from '../../pipeline/queue/press.ts';
import { job } from '../press/setting.ts';
import { begun, NO_REDIS, type Server, startRedis, until } from './redis.ts';
import { openSetting, published, type Setting, stop } from './setting.ts';

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
beforeEach(async ({ skip }) => {
  skip(NO_REDIS !== undefined, NO_REDIS);
  await redis.client.flushall();
});

const queued = () => setting.build(['--queue', redis.url]);
const isBegun = async () => (await redis.client.llen('bull:prepress:active')) > 0;
const stored = () => redis.client.keys('prepress-store:results:*');
const count = () => Object.keys(setting.local).filter((file) => file.endsWith('.pdf')).length;
const roomOf = (bytes: string) => redis.client.config('SET', 'maxmemory', bytes);
const isRefused = async () => /errorstat_OOM/.test(await redis.client.info('errorstats'));

test('a worker that is killed mid-job: another takes its job over', async () => {
  const doomed = await setting.worker(redis.url);
  const build = queued();
  await until(isBegun, 'a job is begun');
  await stop(doomed);
  const missing = count() - (await stored()).length;
  expect(missing, 'it was killed before the end').toBeGreaterThan(0);
  const other = await setting.worker(redis.url);
  expect(await build.ended).toMatchObject({ code: 0 });
  expect(await published(build.out)).toEqual(setting.local);
  await stop(other);
});

test('a worker that hangs: another takes its job over, and what it does when it wakes does no harm', async () => {
  const hanging = await setting.worker(redis.url);
  const build = queued();
  await until(isBegun, 'a job is begun');
  hanging.kill('SIGSTOP');
  const other = await setting.worker(redis.url);
  expect(await build.ended).toMatchObject({ code: 0 });
  hanging.kill('SIGCONT');
  expect(await published(build.out)).toEqual(setting.local);
  const again = queued();
  expect(await again.ended).toMatchObject({ code: 0 });
  expect(await published(again.out)).toEqual(setting.local);
  expect(await stored()).toHaveLength(count());
  await Promise.all([hanging, other].map(stop));
});

test('Redis killed mid-run and started again with nothing in it: every pack is there', async () => {
  const worker = await setting.worker(redis.url);
  const build = queued();
  await until(async () => (await stored()).length > 1, 'some packs are printed');
  await redis.kill();
  expect(build.exitCode, 'it was killed before the end').toBe(null);
  await redis.start();
  const { code, stderr } = await build.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('defect') });
  expect(await published(build.out)).toEqual(setting.local);
  await stop(worker);
});

test('two builds at once share what is printed: each pack once', async () => {
  const builds = [queued(), queued()];
  await until(async () => (await redis.client.llen('bull:prepress:wait')) === count(), 'all jobs wait');
  const worker = await setting.worker(redis.url);
  for (const build of builds) {
    expect(await build.ended).toMatchObject({ code: 0 });
    expect(await published(build.out)).toEqual(setting.local);
  }
  expect(Object.values(await begun(redis))).toEqual(Array.from({ length: count() }, () => 1));
  await stop(worker);
});

test('a full store: the build says so and publishes nothing; with room there it makes everything', async () => {
  await using store = await startRedis();
  const flags = ['--queue', redis.url, '--store', store.url];
  const worker = await setting.worker(redis.url, ['--store', store.url]);
  await store.client.config('SET', 'maxmemory', '1mb');
  const full = setting.build(flags);
  const { code, stderr, stdout } = await full.ended;
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/The store cannot be used \(OOM .*\): make room there, or mend its address\n$/);
  expect(await published(full.out)).toEqual({});
  await store.client.config('SET', 'maxmemory', '0');
  const build = setting.build(flags, full.out);
  expect(await build.ended).toMatchObject({ code: 0 });
  expect(await published(build.out)).toEqual(setting.local);
  await stop(worker);
});

test('a full queue: the build waits until there is room', async () => {
  const worker = await setting.worker(redis.url);
  await redis.client.config('RESETSTAT');
  await roomOf('1mb');
  const build = queued();
  await until(isRefused, 'a job finds no room');
  await roomOf('0');
  expect(await build.ended).toMatchObject({ code: 0 });
  expect(await published(build.out)).toEqual(setting.local);
  await stop(worker);
});

test('Redis that does not come back: the build ends and says so', async () => {
  const lost = await startRedis();
  const options = { url: lost.url, store: lost.url, versionsOf: () => ({}), note: () => undefined, patience: 2_000 };
  const press = await openQueuePress(options);
  const printed = press.print(job('<p>Hello', { name: 'a' }));
  await until(async () => (await lost.client.llen('bull:prepress:wait')) === 1, 'the job waits');
  await lost.kill();
  await expect(printed).rejects.toThrow(
    /^Nothing has come back from \S+ for 2 s \(ECONNREFUSED\): start workers there$/,
  );
  await press[Symbol.asyncDispose]();
  await lost[Symbol.asyncDispose]();
});

test('workers with another store: the build ends and says so', async () => {
  const worker = await setting.worker(redis.url, ['--store', join(setting.path, 'elsewhere')]);
  const { code, stderr } = await setting.build(['--queue', redis.url, '--pack', 'cheat-sheet', '--paper', 'a4']).ended;
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: expect.stringMatching(/give builds and workers the same --store\n$/),
  });
  await stop(worker);
});
