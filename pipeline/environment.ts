/** Something outside the sources stands in the way (no browser, no space): exit code 3. The message ends with what to do. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem';
}

/** Told by its name: a bundle has a class of its own. */
export const isEnvironmentProblem = (error: unknown): boolean =>
  error instanceof Error && error.name === 'EnvironmentProblem';
