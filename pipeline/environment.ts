/** Something outside the sources stands in the way (no browser, no space): exit code 3. The message ends with what to do. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem';
}
