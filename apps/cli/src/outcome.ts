import type { Finding } from '@why401/core';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { FailOn } from './options/settings.ts';

export interface Outcome {
  /** `undecided` where something was rejected as well: the rejection is what counts. */
  readonly verdict: 'accepted' | 'rejected' | 'undecided';
  readonly findings: readonly Pick<Finding, 'severity'>[];
}

const ranks = { info: 0, warning: 1, error: 2, never: 3 } as const;

/** The exit code of a verdict and of what was found beside it. */
export function exitOf({ verdict, findings }: Outcome, failOn: FailOn): ExitCode {
  if (verdict === 'rejected') return exitCodes.rejected;
  if (verdict === 'undecided') return exitCodes.undecided;
  return findings.some(({ severity }) => ranks[severity] >= ranks[failOn]) ? exitCodes.rejected : exitCodes.fine;
}
