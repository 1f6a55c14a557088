/** The name of the queue in Redis. */
export const QUEUE = 'prepress';

/** Jobs that one build has under way at once: what it may hold in Redis, about 100 KB each. */
export const WINDOW = 200;

/** How often a job is tried, and how long it then waits, twice as long each time. */
export const TRIES = { attempts: 3, backoff: { type: 'exponential', delay: 1000 } } as const;

/**
 * After how many milliseconds without a sign of its worker a job is given to another one, how often that is looked for, and how many
 * workers one job may bring down.
 */
export const TAKE_OVER = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 2 } as const;

/** Failed jobs that are kept, for the builds that wait for them: seconds and how many. */
export const KEPT_FAILURES = { age: 3600, count: WINDOW } as const;

/** Seconds for which a Redis keeps what was printed. A folder keeps it until somebody empties it. */
export const KEPT_RESULTS = 86_400;

/** Begins the reason of a job that failed because of the machine and not of the pack. */
export const ENVIRONMENT = 'environment: ';

/** Where jobs go and where PDFs come back. */
export interface QueueOptions {
  /** `redis://user:password@host:port/database`, or `rediss://` for TLS. */
  url: string;
  /** A folder that every machine sees, or a Redis. */
  store: string;
}
