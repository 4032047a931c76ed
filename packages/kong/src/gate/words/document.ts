import { redactJson } from '@why401/core/redact';
import { maskedMessage } from '../../config/index.ts';
import type { GateCase, Gated } from '../gate.ts';
import { shownValue } from './shown.ts';

/** Members of the document of `why401 gate`. */
export function gateDocument(gated: Gated): object {
  const { version, before, after, refusals, cases } = gated;
  return redactJson({
    kongVersion: version,
    before,
    after,
    refusals: refusals.map((one) => ({ path: one.path, message: maskedMessage(one) })),
    counts: countsOf(gated),
    cases: cases.map(caseOf),
  }) as object;
}

export interface Counts {
  readonly same: number;
  readonly changed: number;
  readonly undetermined: number;
}

export function countsOf({ cases }: Gated): Counts {
  const count = (outcome: GateCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return { same: count('same'), changed: count('changed'), undetermined: count('undetermined') };
}

const caseOf = ({ name, request, outcome, before, after, differences, moved }: GateCase): object => ({
  name,
  request,
  outcome,
  before,
  after,
  moved: moved ?? null,
  differences: differences.map((one) => ({
    field: one.field,
    before: one.before === null ? null : shownValue(one, one.before),
    after: one.after === null ? null : shownValue(one, one.after),
  })),
});
