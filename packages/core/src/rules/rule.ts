import type { Basis, Place, Severity } from '../facts/index.ts';
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

/** What a rule that may find its defect several times says about each; it goes into the finding as it is. */
export interface Defect {
  /** `jwks_uri`, `keys[2].n`: the member that it is about. */
  readonly member?: string;
  readonly place?: Place;
  readonly found?: string;
  readonly wanted?: string;
}

/**
 * A rule whose defect may be there several times, and that not everybody minds alike: `in` names the
 * readers whose severity differs from `severity`; `off` is silence.
 */
export interface ListRule<Evidence, Data extends Defect, Reader extends string>
  extends Omit<Rule<Evidence, Data>, 'judge'> {
  readonly in?: Readonly<Partial<Record<Reader, Severity | 'off'>>>;
  /** Empty where nothing is wrong or the rule does not apply. */
  judge(evidence: Evidence): readonly Data[];
  /** What to do about it. */
  hint?(data: Data): string | undefined;
}
