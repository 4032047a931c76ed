import type { StepLine } from './model.ts';

/** Steps that were not reached and have nothing to say of their own are named in one line. */
export type StepGroup = { readonly step: StepLine } | { readonly notReached: readonly string[] };

export function groupSteps(steps: readonly StepLine[]): readonly StepGroup[] {
  const groups: StepGroup[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    const silent = step.outcome === 'not-reached' && step.detail.length === 0 && step.basis === undefined;
    if (!silent) groups.push({ step });
    else if (last && 'notReached' in last) groups[groups.length - 1] = { notReached: [...last.notReached, step.name] };
    else groups.push({ notReached: [step.name] });
  }
  return groups;
}
