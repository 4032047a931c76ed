import { sentenceOf } from '@why401/core/issuer';
import { type Line, line } from '@why401/core/report';
import type { Comparison, Explanation, Telling } from '../explanation.ts';
import { failedWords } from './index.ts';
import { surpriseWords } from './surprises.ts';

/** Why, in one plain sentence, and what belongs to it. */
export function whyWords(explanation: Explanation, { zone }: Pick<Telling, 'zone'>): readonly Line[] {
  const { judgement, request, now, comparison } = explanation;
  if (judgement.outcome === 'undetermined') return judgement.because.map(({ message, hint }) => unseen(message, hint));
  if (judgement.outcome === 'proxied') {
    const worries = judgement.surprises.flatMap((finding) => surpriseWords(finding, { now, zone }));
    return worries.length > 0 ? worries : [line`Every check passed.`];
  }
  if (judgement.failed === null) return [];
  const lines = failedWords({ judgement, check: judgement.failed, request, now, zone });
  return [...lines, ...differs(comparison)];
}

function unseen(message: string, hint: string | undefined): Line {
  return line`It could not be seen: ${message}.${hint === undefined ? '' : ` ${hint}`}`;
}

/** The nearest candidate, and how it differs. */
function differs(comparison: Comparison | null): readonly Line[] {
  const difference = comparison?.difference;
  const first = difference?.differences[0];
  if (comparison === null || difference === null || difference === undefined || first === undefined) return [];
  const { found, wanted } = comparison;
  const names = {
    a: found.source === 'token' ? `the token's ${found.name}` : found.name,
    b: `the nearest ${wanted.name}`,
  };
  const more = difference.differences.length > 1 ? ` It is one of ${difference.differences.length} differences.` : '';
  return [line`${sentenceOf(difference, first, names)}${more}`];
}
