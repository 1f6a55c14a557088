import { optional } from './packages.ts';
import { connect, isRedis } from './redis.ts';
import { KEPT_RESULTS } from './settings.ts';

/** Bytes by key, seen by every machine. Whoever opens it closes it, with `await using`. */
export interface Store extends AsyncDisposable {
  get(key: string): Promise<Uint8Array | undefined>;
  /** @throws where there is no room */
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Opens a folder or a Redis as a store.
 * @throws {EnvironmentProblem} where the Redis does not answer or packages are missing
 */
export async function openStore(place: string): Promise<Store> {
  const { createStorage } = await optional(() => import('unstorage'));
  const storage = createStorage({ driver: isRedis(place) ? await redisDriver(place) : await folderDriver(place) });
  return {
    get: async (key) => (await storage.getItemRaw<Uint8Array>(key)) ?? undefined,
    put: (key, bytes) => storage.setItemRaw(key, bytes),
    [Symbol.asyncDispose]: () => storage.dispose(),
  };
}

async function redisDriver(url: string) {
  const { default: open } = await optional(() => import('unstorage/drivers/redis'));
  (await connect(url)).disconnect();
  const driver = open({ url, base: 'prepress-store', ttl: KEPT_RESULTS, maxRetriesPerRequest: null });
  // A lost connection is made again; whoever waits for an answer says so when it takes too long.
  driver.getInstance?.().on('error', () => {});
  return driver;
}

async function folderDriver(base: string) {
  const { default: open } = await optional(() => import('unstorage/drivers/fs-lite'));
  return open({ base });
}
