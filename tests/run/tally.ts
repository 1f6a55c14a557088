import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with its figures on one line, and names every test that was skipped and why. In CI a skip is a failure. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const results = tests.map((test) => ({ test, result: test.result() }));
    const inState = (state: string) => results.filter(({ result }) => result.state === state);
    const skipped = inState('skipped');
    for (const { test, result } of skipped) {
      const why = 'note' in result && result.note ? result.note : 'not for this machine';
      console.log(`skipped: ${test.fullName} (${why})`);
    }
    if (process.env.CI && skipped.length > 0) {
      console.log('In CI a skipped test counts as a failure.');
      process.exitCode = 1;
    }
    console.log(`${inState('passed').length} passed, ${inState('failed').length} failed, ${skipped.length} skipped`);
  }
}
