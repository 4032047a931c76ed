import type { Basis, Finding, Severity } from '../facts/index.ts';
import type { Line } from '../report/index.ts';
import type { Defect, ListRule } from './rule.ts';
import { explainFinding, type RuleFailure } from './run.ts';

/** A finding about one member of a document. */
export interface MemberFinding<Data = unknown> extends Finding<Data> {
  readonly member?: string;
}

/**
 * Runs rules that find lists. The severity is that of the first reader whom a rule knows, else the rule's own.
 * A rule that throws is a finding of its own, `rule-failed`; the others go on.
 */
export function runListRules<Evidence, Reader extends string>(
  rules: readonly ListRule<Evidence, Defect, Reader>[],
  evidence: Evidence,
  readers: readonly Reader[],
): readonly MemberFinding[] {
  const findings: MemberFinding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, readers);
    if (severity === 'off') continue;
    try {
      for (const data of rule.judge(evidence)) findings.push(finding(rule, severity, data));
    } catch (error) {
      const reason = error instanceof Error ? error.name : typeof error;
      const data: RuleFailure = { rule: rule.id, reason };
      findings.push({ id: 'rule-failed', severity: 'error', data, basis: [] });
    }
  }
  return findings;
}

function severityOf<Reader extends string>(
  rule: ListRule<never, Defect, Reader>,
  readers: readonly Reader[],
): Severity | 'off' {
  for (const reader of readers) {
    const own = rule.in?.[reader];
    if (own !== undefined) return own;
  }
  return rule.severity;
}

function finding(
  { id, basis }: { readonly id: string; readonly basis: readonly Basis[] },
  severity: Severity,
  data: Defect,
): MemberFinding {
  const { member, place, found, wanted } = data;
  return {
    id,
    severity,
    data,
    basis,
    ...(member !== undefined && { member }),
    ...(place !== undefined && { place }),
    ...(found !== undefined && { found }),
    ...(wanted !== undefined && { wanted }),
  };
}

/** The words of such a finding, and what to do about it. */
export function wordsOfMember(
  rules: ReadonlyMap<string, ListRule<never, Defect, never>>,
  finding: MemberFinding,
): { readonly lines: readonly Line[]; readonly hint: string | undefined } {
  const rule = rules.get(finding.id);
  if (rule === undefined) return { lines: explainFinding(new Map(), finding), hint: undefined };
  const data = finding.data as never;
  return { lines: rule.explain(data), hint: rule.hint?.(data) };
}
