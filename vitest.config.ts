import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that measure time: they run when nothing else does, after the others. */
const TIMED = ['tests/fuzz/hang.test.ts', 'tests/gallery/large.test.ts', 'tests/publish/lock.test.ts'];

export default defineConfig(({ mode }) => {
  // Killed workers and lost queues take minutes to notice: only the long run waits for them.
  const exclude = [...configDefaults.exclude, ...(mode === 'long' ? [] : ['tests/queue/faults.test.ts'])];
  return {
    test: {
      // `npm run test:long` runs in this mode: the same tests with many more cases.
      env: { PREPRESS_LONG: mode === 'long' ? '1' : '' },
      reporters: ['default', './tests/run/tally.ts'],
      // Real browsers, real processes: two cores are soon busy.
      maxWorkers: 2,
      maxConcurrency: 2,
      testTimeout: mode === 'long' ? 7_200_000 : 300_000,
      hookTimeout: 60_000,
      projects: [
        {
          extends: true,
          test: {
            name: 'untimed',
            include: ['tests/**/*.test.ts'],
            exclude: [...exclude, ...TIMED],
            sequence: { groupOrder: 0 },
          },
        },
        {
          extends: true,
          test: { name: 'timed', include: TIMED, maxWorkers: 1, sequence: { groupOrder: 1 } },
        },
      ],
    },
  };
});
