import type { Basis, Severity } from '../facts/index.ts';
import type { Line } from '../report/index.ts';

/**
 * One rule = this object, in a file of the rule's id, with a test and a page of the same name.
 * Judging and wording stay apart: `judge` returns data, `explain` turns data into spans.
 * `runRules` puts what the data say about `place`, `found` and `wanted` into the finding.
 */
export interface Rule<Evidence, Data = unknown> {
  readonly id: string;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  /** The defect's data, or `undefined` when nothing is wrong or the rule does not apply. */
  judge(evidence: Evidence): Data | undefined;
  /** First line is the headline and stands alone. */
  explain(data: Data): readonly Line[];
}
