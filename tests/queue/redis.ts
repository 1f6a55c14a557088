import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Why tests are skipped where there is no Redis, or undefined where there is one. */
export const NO_REDIS = spawnSync('redis-server', ['--version']).status === 0 ? undefined : 'redis-server is not there';

export const PASSWORD = 'hush-hush-1234';

/** A Redis on loopback that keeps nothing when it ends. */
export interface Server extends AsyncDisposable {
  url: string;
  client: Redis;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again, with nothing in it. */
  start(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts a Redis that asks for a password. */
export async function startRedis(): Promise<Server> {
  const port = await freePort();
  const url = `redis://:${PASSWORD}@127.0.0.1:${port}`;
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => {});
  let child: ChildProcess | undefined;
  const start = async () => {
    const keepNothing = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--requirepass', PASSWORD, ...keepNothing];
    child = spawn('redis-server', args, { stdio: 'ignore' });
    await client.ping();
  };
  const kill = async () => {
    const ended = child && once(child, 'exit');
    child?.kill('SIGKILL');
    child = undefined;
    await ended;
  };
  await start();
  return {
    url,
    client,
    kill,
    start,
    [Symbol.asyncDispose]: async () => {
      client.disconnect();
      await kill();
    },
  };
}

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`It never came to this: ${what}`);
    await sleep(20);
  }
}

/** How often each job was begun, and how many jobs there were, as the queue's own record has it. */
export async function begun({ client }: Server): Promise<Record<string, number>> {
  const record = await client.xrange('bull:prepress:events', '-', '+');
  const ids = record.flatMap(([, fields]) => {
    const event = Object.fromEntries(fields.flatMap((field, at) => (at % 2 ? [] : [[field, fields[at + 1]]])));
    return event.event === 'active' && typeof event.jobId === 'string' ? [event.jobId] : [];
  });
  return Object.fromEntries([...new Set(ids)].map((id) => [id, ids.filter((each) => each === id).length]));
}
