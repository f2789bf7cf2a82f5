/** The command was called wrongly: exit code 2, and the command's usage is printed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The input is wrong or a goal was missed: exit code 1, with the message as it stands. */
export class FailedError extends Error {
  override readonly name = 'FailedError';
}
