/** What was asked for cannot be done as it was asked: exit code 2. The message says what would have been valid. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

/** Told by its name: a bundle has a class of its own. */
export const isUsageProblem = (error: unknown): boolean => error instanceof Error && error.name === 'UsageProblem';
