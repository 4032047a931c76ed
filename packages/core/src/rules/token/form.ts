import type { Basis, Place, Problem, Severity } from '../../facts/index.ts';
import { code, type Line, line } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import type { TokenRule } from './rule.ts';

/** What the reader reported under the rule's id. */
export interface FormData {
  readonly problems: readonly Problem[];
  /** Of the first. */
  readonly place?: Place;
}

/** A rule about the form of a token: the reader has already looked, the rule only explains it. */
export function formRule(id: string, basis: readonly Basis[]): TokenRule<FormData> {
  return {
    id,
    severity: 'error',
    basis,
    strict: true,
    looksAt: 'form',
    judge: ({ token }: TokenEvidence) => (token.problems.length === 0 ? undefined : pick(token.problems, id)),
    explain,
  };
}

/** The same for what the grammar allows and what is notable all the same. */
export function remarkRule(id: string, severity: Severity, basis: readonly Basis[]): TokenRule<FormData> {
  return {
    id,
    severity,
    basis,
    strict: false,
    looksAt: 'form',
    judge: ({ token }: TokenEvidence) => (token.remarks.length === 0 ? undefined : pick(token.remarks, id)),
    explain,
  };
}

function pick(all: readonly Problem[], id: string): FormData | undefined {
  const problems = all.filter((problem) => problem.code === id);
  const place = problems[0]?.place;
  return problems.length === 0 ? undefined : place === undefined ? { problems } : { problems, place };
}

function explain({ problems }: FormData): readonly Line[] {
  return problems.flatMap(({ message, hint }): readonly Line[] => {
    const headline = line`${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    return hint === undefined ? [headline] : [headline, line`${code(hint)}`];
  });
}
