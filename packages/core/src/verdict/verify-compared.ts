import { compareIssuers, nearest, sideBySide } from '../issuer/index.ts';
import type { KeyReading } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';
import type { Block, Report } from '../report/index.ts';
import type { TokenJudgement } from './judge-token.ts';
import type { ClaimCheck } from './verify-claims.ts';
import { verifyReportWith } from './verify-report.ts';

/** {@link verifyReportWith} the comparison at hand. */
export const verifyReport = (judgement: TokenJudgement, reading: KeyReading, crypto: Crypto): Report =>
  verifyReportWith(comparedBlock, judgement, reading, crypto);

/** An issuer or audience that differs: both strings one above the other, the differing characters marked. */
export function comparedBlock({ name, outcome, found, bound }: ClaimCheck): Block | undefined {
  if (outcome !== 'fail' || typeof found !== 'string' || bound.kind !== 'one-of') return undefined;
  const wanted = nearest(found, bound.values, 1)[0]?.value ?? bound.values[0];
  if (wanted === undefined) return undefined;
  const compared = compareIssuers(found, wanted);
  const [first] = compared.differences;
  // Two texts that have nothing in common need no marks.
  if (first === undefined || first.a.to - first.a.from === found.length) return undefined;
  const { gapsA, gapsB, marks } = sideBySide(compared);
  return {
    kind: 'aligned',
    rows: [
      { source: 'token', name, value: found, gaps: gapsA },
      { source: 'wanted', name, value: wanted, gaps: gapsB },
    ],
    marks,
  };
}
