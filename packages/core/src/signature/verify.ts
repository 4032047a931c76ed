import type { Key } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';
import { checkSignature } from './check.ts';
import { diagnose } from './diagnose.ts';
import { borrowedSignature, signedOctets, type VerifyInput } from './input.ts';
import type { Candidate, Diagnosis, SignatureReason, SignatureVerdict } from './model.ts';
import { type Selection, select } from './selection.ts';

/**
 * The strict verdict on one signature. Never throws; no key of the token's own header, no URL and no
 * key outside of `keys` is ever used. A valid compact token costs little more than the bare check.
 */
export function verifySignature(input: VerifyInput, crypto: Crypto): SignatureVerdict {
  const { header } = input.signed;
  if (header === undefined) return new Verdict(input, crypto, undefined, 'header-unreadable');
  const selection = select(header, input.keys);
  const barred = selection.barred ?? barredByCaller(input, selection);
  if (barred !== undefined) return new Verdict(input, crypto, selection, barred.reason, barred.details);
  if (selection.kept.length === 0) return new Verdict(input, crypto, selection, whyNone(input.keys, selection));
  return tryKeys(input, selection, crypto);
}

/** The verdict on something that has no signature to look at. */
export const withoutSignature = (reason: 'not-a-token' | 'opaque' | 'encrypted'): SignatureVerdict => ({
  outcome: UNDECIDED.has(reason) ? 'unknown' : 'invalid',
  reason,
  algorithm: undefined,
  key: undefined,
  candidates: NONE,
  details: NONE,
  diagnoses: NONE,
});

type Barred = { readonly reason: SignatureReason; readonly details: readonly string[] } | undefined;

function barredByCaller(input: VerifyInput, selection: Selection): Barred {
  const { policy, signed, malformed } = input;
  if (policy.algorithms !== undefined && !policy.algorithms.includes(selection.alg ?? '')) {
    return { reason: 'algorithm-not-allowed', details: policy.algorithms };
  }
  const isJwt = input.compact && policy.payload === undefined;
  if (selection.unencoded && isJwt) return { reason: 'unencoded-payload', details: [] };
  if (malformed.length > 0) return { reason: 'malformed', details: malformed };
  return signed.signatureText === '' ? { reason: 'signature-empty', details: [] } : undefined;
}

function whyNone(keys: readonly Key[], selection: Selection): SignatureReason {
  if (keys.length === 0) return 'no-key-given';
  const undecided = selection.candidates.some(({ reason }) => reason === 'not-supported-here');
  return undecided ? 'runtime-lacks-algorithm' : 'no-key-fits';
}

function tryKeys(input: VerifyInput, selection: Selection, crypto: Crypto): SignatureVerdict {
  const { algorithm, kept } = selection;
  if (algorithm === undefined) return new Verdict(input, crypto, selection, 'algorithm-unknown');
  const signature = borrowedSignature(input.signed);
  const octets = signedOctets(input, selection);
  let undecided = selection.candidates.some(({ reason }) => reason === 'not-supported-here');
  for (const key of kept) {
    const verified = checkSignature(algorithm, key, octets, signature, crypto);
    if (verified === true) return new Verdict(input, crypto, selection, 'verified', [], key);
    if (verified === undefined) undecided = true;
  }
  return new Verdict(input, crypto, selection, undecided ? 'runtime-lacks-algorithm' : 'does-not-verify');
}

const UNDECIDED: ReadonlySet<SignatureReason> = new Set([
  'opaque',
  'encrypted',
  'algorithm-not-checked',
  'no-key-given',
  'runtime-lacks-algorithm',
]);

class Verdict implements SignatureVerdict {
  readonly reason: SignatureReason;
  readonly outcome: SignatureVerdict['outcome'];
  readonly algorithm: string | undefined;
  readonly key: Key | undefined;
  readonly candidates: readonly Candidate[];
  readonly details: readonly string[];
  readonly #input: VerifyInput;
  readonly #crypto: Crypto;
  readonly #selection: Selection | undefined;
  #diagnoses: readonly Diagnosis[] | undefined;

  constructor(
    input: VerifyInput,
    crypto: Crypto,
    selection: Selection | undefined,
    reason: SignatureReason,
    details: readonly string[] = NONE,
    key?: Key,
  ) {
    this.reason = reason;
    this.outcome = reason === 'verified' ? 'valid' : UNDECIDED.has(reason) ? 'unknown' : 'invalid';
    this.algorithm = selection?.alg;
    this.key = key;
    this.candidates = selection?.candidates ?? NONE;
    this.details = details;
    this.#input = input;
    this.#crypto = crypto;
    this.#selection = selection;
    this.#diagnoses = reason === 'verified' ? NONE : undefined;
  }

  get diagnoses(): readonly Diagnosis[] {
    this.#diagnoses ??= diagnose(this.#input, this.#selection, this.reason, this.#crypto);
    return this.#diagnoses;
  }
}

const NONE: readonly never[] = [];
