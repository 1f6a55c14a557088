import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that measure time: they run when nothing else does, after the others. */
const TIMED = ['tests/fuzz/hang.test.ts', 'tests/gallery/large.test.ts', 'tests/publish/lock.test.ts'];

export default defineConfig(({ mode }) => {
  // `npm run test:long` runs in this mode: the same tests with many more cases. Each project below is read in a mode of its own.
  if (mode === 'long') process.env.PREPRESS_LONG = '1';
  const isLong = Boolean(process.env.PREPRESS_LONG);
  // Killed workers and lost queues take minutes to notice: only the long run waits for them.
  const exclude = [...configDefaults.exclude, ...(isLong ? [] : ['tests/queue/faults.test.ts'])];
  return {
    test: {
      env: { PREPRESS_LONG: isLong ? '1' : '' },
      reporters: ['default', './tests/run/tally.ts'],
      // Real browsers, real processes: two cores are soon busy.
      maxWorkers: 2,
      maxConcurrency: 2,
      testTimeout: isLong ? 7_200_000 : 300_000,
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
