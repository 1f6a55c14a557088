import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    // `npm run test:long` runs in this mode: the same tests with many more cases.
    env: { PREPRESS_LONG: mode === 'long' ? '1' : '' },
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/run/tally.ts'],
    // Real browsers, real processes: two cores are soon busy.
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: mode === 'long' ? 7_200_000 : 300_000,
    hookTimeout: 60_000,
  },
}));
