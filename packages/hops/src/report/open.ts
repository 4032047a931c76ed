import type { Candidate, Verdict } from '../decide/index.ts';
import { TELLTALES } from '../tables/causes/index.ts';
import type { ReasonCode } from '../tables/reasons/index.ts';

/** Reasons that say of an exchange only that it failed: every member of the class looks the same. */
const OF_A_CLASS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['kong-class', 'upstream-failed-without-line']);

/** Nothing tells the candidates apart: the first of them is no answer, and its cure is no cure. */
export const isOpen = ({ certainty, candidates, because }: Verdict): boolean =>
  certainty === 'possible' && candidates.length > 1 && because.some(({ code }) => OF_A_CLASS.has(code));

/** In the order in which Kong meets them on its way to the upstream. */
export function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const order = Object.keys(TELLTALES);
  const at = ({ cause }: Candidate): number => (order.indexOf(cause) + order.length + 1) % (order.length + 1);
  return [...candidates].sort((a, b) => at(a) - at(b));
}
