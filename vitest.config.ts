import { defineConfig } from 'vitest/config';

const isLong = Boolean(process.env.PREPRESS_LONG);

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real browsers, real processes: two cores are soon busy.
    maxWorkers: 2,
    testTimeout: isLong ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
  },
});
