import type { Crypto } from '../ports/index.ts';
import type { Line } from '../report/index.ts';
import { DIAGNOSES } from './diagnoses/index.ts';
import { SignatureEvidence } from './evidence.ts';
import type { VerifyInput } from './input.ts';
import type { Diagnosis, SignatureReason } from './model.ts';
import type { Selection } from './selection.ts';

/** Without keys, or without a signed token, there is nothing to prove. */
const NOTHING_TO_TRY: ReadonlySet<SignatureReason> = new Set([
  'encrypted',
  'not-a-token',
  'header-unreadable',
  'no-key-given',
  'runtime-lacks-algorithm',
  'signature-empty',
]);

/**
 * Why a signature is wrong. First what can be proven by trying: the changed input verifies. Only
 * where nothing does, what a comparison shows: no key of the right type, curve or `kid`, a wrong length.
 */
export function diagnose(
  input: VerifyInput,
  selection: Selection | undefined,
  reason: SignatureReason,
  crypto: Crypto,
): readonly Diagnosis[] {
  const { header } = input.signed;
  if (header === undefined || selection === undefined || NOTHING_TO_TRY.has(reason)) return [];
  const evidence = new SignatureEvidence(input, header, selection, reason, crypto);
  const proven = judgeAll(DIAGNOSES.proven, evidence);
  return proven.length > 0 ? proven : judgeAll(DIAGNOSES.compared, evidence);
}

type Kinds = (typeof DIAGNOSES)['proven'];

function judgeAll(kinds: Kinds, evidence: SignatureEvidence): readonly Diagnosis[] {
  return kinds.flatMap((kind) => {
    const data = kind.judge(evidence);
    return data === undefined ? [] : [{ id: kind.id, data, basis: kind.basis }];
  });
}

/** Words of a diagnosis: a headline, reasons, and the cure last. */
export function explainDiagnosis(diagnosis: Diagnosis): readonly Line[] {
  const kind = [...DIAGNOSES.proven, ...DIAGNOSES.compared].find(({ id }) => id === diagnosis.id);
  return kind?.explain(diagnosis.data) ?? [];
}
