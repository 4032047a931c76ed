import type { StepLine } from '@why401/core/report';
import type { PathEntry } from '../state/answers.ts';

/** A line of the report and the entry of the data that it is about: the same name and outcome, in the same order. */
export function matchSteps(
  lines: readonly StepLine[],
  entries: readonly PathEntry[],
): readonly (PathEntry | undefined)[] {
  let next = 0;
  return lines.map(({ name, outcome }) => {
    const at = entries.findIndex((entry, i) => i >= next && entry.name === name && entry.outcome === outcome);
    if (at === -1) return undefined;
    next = at + 1;
    return entries[at];
  });
}
