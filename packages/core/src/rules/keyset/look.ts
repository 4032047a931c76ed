import type { Key, KeyProblem, KeyProblemCode } from '../../keys/index.ts';
import { code, dim, type Line, line, value } from '../../report/index.ts';
import { ALGORITHMS, type SignatureAlgorithm } from '../../signature/index.ts';
import type { KeySetEvidence } from './evidence.ts';
import type { KeyDefect } from './rule.ts';

/** Problems that the reader of the set named, as defects: of the set first, then key by key. */
export function problemsOf({ reading }: KeySetEvidence, codes: readonly KeyProblemCode[]): readonly KeyDefect[] {
  const isMeant = (problem: KeyProblem): boolean => (codes as readonly string[]).includes(problem.code);
  return [
    ...reading.problems.filter(isMeant).map((problem) => ({ member: 'keys', ...told(problem) })),
    ...reading.keys.flatMap((key) => key.problems.filter(isMeant).map((problem) => ofKey(key, told(problem)))),
  ];
}

const told = ({ message, hint }: KeyProblem): Pick<KeyDefect, 'message' | 'advice'> => ({
  message,
  ...(hint !== undefined && { advice: hint }),
});

/** A defect of one key. */
export const ofKey = <Data extends Omit<KeyDefect, 'member' | 'key' | 'kid'>>(
  { index, kid }: Key,
  data: Data,
): Data & KeyDefect => ({ member: `keys[${index}]`, key: index, ...(kid !== undefined && { kid }), ...data });

/** The words of such a defect: which key, and what. */
export function words({ key, kid, message }: KeyDefect): readonly Line[] {
  if (key === undefined) return [line`${message}`];
  const name = kid === undefined ? dim('without kid') : value(kid.length <= 60 ? kid : `${kid.slice(0, 59)}…`);
  return [line`Key ${code(`keys[${key}]`)} (${name}): ${message}`];
}

export const advice = ({ advice: text }: KeyDefect): string | undefined => text;

/** Whether a key is there to check signatures; one that does not say so may be. */
export const isForSignatures = ({ use, keyOps, alg }: Key): boolean =>
  (use === undefined || use === 'sig') &&
  (keyOps === undefined || keyOps.includes('verify') || keyOps.includes('sign')) &&
  (alg === undefined || ALGORITHMS.has(alg));

/** Whether signatures of an algorithm can be checked with a key, whatever it says of itself. */
export function fits(key: Key, algorithm: SignatureAlgorithm): boolean {
  if (key.kty !== algorithm.kty) return false;
  if (algorithm.kty === 'oct' || key.material?.kind !== 'public') return true;
  const { kind, curve } = key.material.key;
  return algorithm.kinds.includes(kind) && (algorithm.curve === undefined || algorithm.curve === curve);
}
