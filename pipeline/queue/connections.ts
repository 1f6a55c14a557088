import type { Redis } from 'ioredis';
import { connect } from './redis.ts';
import { openStore, type Store } from './store.ts';

/**
 * Opens the queue's Redis and the store: both or neither.
 * @throws {UsageProblem} where the address of the queue is none
 * @throws {EnvironmentProblem} where one of them does not answer
 */
export async function connections(url: string, place: string): Promise<{ client: Redis; store: Store }> {
  const client = await connect(url);
  try {
    return { client, store: await openStore(place) };
  } catch (error) {
    client.disconnect();
    throw error;
  }
}
