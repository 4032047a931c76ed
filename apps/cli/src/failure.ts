import type { Problem } from '@why401/core';

/**
 * A call that cannot be answered: wrong usage, unreadable input. Ends the command with exit code 2.
 * A bad token is not a failure: that is an answer.
 */
export class Failure extends Error {
  /** At least one. */
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.name = 'Failure';
    this.problems = problems;
  }
}

/** Throws a {@link Failure}; `code` is stable, `hint` says what to do. */
export function fail(code: string, message: string, hint?: string): never {
  throw new Failure(hint === undefined ? { code, message } : { code, message, hint });
}
