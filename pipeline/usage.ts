/** What was asked for cannot be done as it was asked: exit code 2. The message says what would have been valid. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
