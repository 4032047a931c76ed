import { isSkew, type ShownIssuer } from '@why401/kong/discovery';
import type { Outcome } from '../outcome.ts';

/** Not everything came that there was to judge. */
export const verdictOn = (shown: ShownIssuer | undefined): Outcome['verdict'] =>
  shown?.problems.some((problem) => !isSkew(problem)) === true ? 'undecided' : 'accepted';
