import { isRefusal, type Timeline } from '@why401/core/timeline';
import type { Outcome } from '../outcome.ts';

/**
 * Rejected where any token is refused at the time that is asked about. A gateway that is given decides, not the
 * standard. An acceptance that should worry is a warning.
 */
export function outcomeOf({ lives }: Timeline): Outcome {
  const asked = lives.flatMap(({ standings, judges }) =>
    standings.filter(({ mark, judge }) => mark === 'at' && (judges.length === 1 || judge !== judges[0]?.name)),
  );
  const verdicts = asked.map(({ verdict }) => verdict);
  const worries = verdicts.filter(({ state }) => state.startsWith('accepted-'));
  return {
    verdict: verdicts.some(isRefusal)
      ? 'rejected'
      : verdicts.some(({ state }) => state === 'unknown')
        ? 'undecided'
        : 'accepted',
    findings: worries.map(() => ({ severity: 'warning' })),
  };
}
