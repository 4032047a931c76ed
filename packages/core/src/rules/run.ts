import type { Finding, Place } from '../facts/index.ts';
import { code, type Line, line } from '../report/index.ts';
import type { Rule } from './rule.ts';

/** What a rule's data may say about the spot; it goes into the finding as it is. */
export interface Spot {
  readonly place?: Place;
  readonly found?: string;
  readonly wanted?: string;
}

/** Shared by every run that finds nothing. */
const NOTHING: readonly Finding[] = Object.freeze([]);

export interface RuleFailure {
  readonly rule: string;
  readonly reason: string;
}

/** Runs every rule. A rule that throws is a finding of its own, `rule-failed`; the others go on. */
export function runRules<Evidence>(rules: readonly Rule<Evidence>[], evidence: Evidence): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i] as Rule<Evidence>;
    let found: Finding | undefined;
    try {
      const data = rule.judge(evidence);
      if (data === undefined) continue;
      found = finding(rule, data);
    } catch (error) {
      found = failure(rule.id, error);
    }
    findings ??= [];
    findings.push(found);
  }
  return findings ?? NOTHING;
}

function finding({ id, severity, basis }: Rule<never>, data: unknown): Finding {
  const { place, found, wanted } = (typeof data === 'object' && data !== null ? data : {}) as Spot;
  return {
    id,
    severity,
    data,
    basis,
    ...(place !== undefined && { place }),
    ...(found !== undefined && { found }),
    ...(wanted !== undefined && { wanted }),
  };
}

function failure(rule: string, error: unknown): Finding<RuleFailure> {
  const reason = error instanceof Error ? error.name : typeof error;
  return { id: 'rule-failed', severity: 'error', data: { rule, reason }, basis: [] };
}

/** Words for a finding by the rule that made it; first line is the headline. */
export function explainFinding(rules: ReadonlyMap<string, Rule<never>>, finding: Finding): readonly Line[] {
  if (finding.id === 'rule-failed') {
    const { rule, reason } = finding.data as RuleFailure;
    return [
      line`The rule ${code(rule)} failed (${reason}): whether it holds is not known.`,
      line`This is a defect of the program; the other rules were not affected.`,
    ];
  }
  return rules.get(finding.id)?.explain(finding.data as never) ?? [line`${code(finding.id)}`];
}
