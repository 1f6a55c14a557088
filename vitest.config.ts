import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    // `npm run test:long` runs in this mode: the same tests with many more cases.
    env: { PREPRESS_LONG: mode === 'long' ? '1' : '' },
    include: ['tests/**/*.test.ts'],
    // Killed workers and lost queues take minutes to notice: only the long run waits for them.
    exclude: [...configDefaults.exclude, ...(mode === 'long' ? [] : ['tests/queue/faults.test.ts'])],
    reporters: ['default', './tests/run/tally.ts'],
    // Real browsers, real processes: two cores are soon busy.
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: mode === 'long' ? 7_200_000 : 300_000,
    hookTimeout: 60_000,
  },
}));
