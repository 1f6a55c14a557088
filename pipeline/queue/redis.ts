import type { Redis } from 'ioredis';
import { EnvironmentProblem } from '../environment.ts';
import { UsageProblem } from '../usage.ts';
import { optional } from './packages.ts';

/** Whether a place is the address of a Redis. */
export const isRedis = (place: string): boolean => /^rediss?:\/\//i.test(place);

/** A place for people: what of it may be secret is left out. */
export function shown(place: string): string {
  if (!isRedis(place)) return place;
  const { protocol, host, pathname } = new URL(place);
  return `${protocol}//${host}${pathname}`;
}

/**
 * Connects to a Redis; a connection that is lost later is made again, and commands wait for it. Whoever asks for it disconnects.
 * @throws {UsageProblem} where the address is none
 * @throws {EnvironmentProblem} where nothing answers there, or it asks for another password
 */
export async function connect(url: string): Promise<Redis> {
  if (!isRedis(url) || !URL.canParse(url)) {
    throw new UsageProblem('--queue must be redis://host:port, or rediss://user:password@host:port for TLS.');
  }
  const { Redis } = await optional(() => import('ioredis'));
  let isTried = false;
  let problem = 'no answer';
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 10_000,
    maxRetriesPerRequest: null,
    // The first connection is made at once or not at all.
    retryStrategy: (times) => (isTried ? Math.min(times * 100, 2_000) : null),
  });
  client.on('error', (error: NodeJS.ErrnoException) => {
    problem = error.code ?? error.message;
  });
  try {
    await client.connect();
    await client.ping();
    isTried = true;
    return client;
  } catch (error) {
    client.disconnect();
    const reason =
      error instanceof Error && !error.message.startsWith('Connection is closed') ? error.message : problem;
    throw new EnvironmentProblem(`${shown(url)} does not answer (${reason}): start Redis there, or mend the address`);
  }
}
