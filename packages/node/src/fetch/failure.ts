import type { Problem } from '@why401/core';

/** Ends an exchange in the stage that runs; the stage gives it its name. Stays inside this room. */
export class StageFailure extends Error {
  readonly problem: Problem;
  /** The network failed before an answer came: worth one more try. */
  readonly again: boolean;

  constructor(problem: Problem, again = false) {
    super(problem.code);
    this.name = 'StageFailure';
    this.problem = problem;
    this.again = again;
  }
}

export function refuse(code: string, message: string, hint: string): never {
  throw new StageFailure({ code, message, hint });
}

/** `ECONNRESET`, `CERT_HAS_EXPIRED`; empty where the runtime has no word for it. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
