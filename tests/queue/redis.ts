import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
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

/** A certificate for the loopback address and its key, as files. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Makes a certificate that only those trust who are told to. */
export function certify(folder: string): Certificate {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
  const { status, stderr } = spawnSync('openssl', [...request, '-out', certificate, '-keyout', key]);
  if (status !== 0) throw new Error(String(stderr));
  return { certificate, key };
}

/** Starts a Redis that asks for a password; with a certificate, one that speaks TLS alone. */
export async function startRedis(tls?: Certificate): Promise<Server> {
  const port = await freePort();
  const url = `${tls ? 'rediss' : 'redis'}://:${PASSWORD}@127.0.0.1:${port}`;
  const trust = tls && { tls: { ca: readFileSync(tls.certificate) } };
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null, ...trust });
  client.on('error', () => {});
  let child: ChildProcess | undefined;
  const start = async () => {
    const keepNothing = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    const files = tls && [
      '--tls-cert-file',
      tls.certificate,
      '--tls-key-file',
      tls.key,
      '--tls-ca-cert-file',
      tls.certificate,
    ];
    const ports = files
      ? ['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no', ...files]
      : ['--port', String(port)];
    const args = [...ports, '--bind', '127.0.0.1', '--requirepass', PASSWORD, ...keepNothing];
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
