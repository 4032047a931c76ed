import { code, line, value } from '@why401/core/report';
import { keyKind } from './key.ts';
import { counted, noRescue, type WordsOf } from './telling.ts';

/** Families of algorithms whose key is of another kind than the credential's. */
function fits(algorithm: string, kind: string): boolean {
  if (algorithm.startsWith('RS')) return kind === 'rsa';
  if (algorithm.startsWith('PS')) return kind === 'rsa' || kind === 'rsa-pss';
  if (algorithm.startsWith('ES')) return kind === 'ec';
  return kind === 'ed25519' || kind === 'ed448';
}

export const signature: WordsOf<'J51' | 'J52' | 'J53'> = {
  J51: {
    brief: ({ length, wanted }) => line`${counted(length, 'byte')}, ${wanted} wanted`,
    failed: ({ algorithm, length, wanted }, telling) => [
      line`The signature has ${counted(length, 'byte')}; one of ${value(algorithm)} has ${wanted}, and Kong fails on any other.`,
      length >= 8 && length > wanted
        ? line`About this length has a DER signature, which OpenSSL and Java give: r and s have to stand there raw.`
        : line`A key of another curve, or a signature that was cut.`,
      ...noRescue(telling),
    ],
  },
  J52: {
    brief: ({ length }) => line`${counted(length, 'byte')}, 256 wanted`,
    failed: ({ algorithm, length }, telling) => [
      line`Kong takes ${value(algorithm)} signatures of 256 bytes only, and this one has ${length}.`,
      ...(length > 0 ? [line`So the key has ${8 * length} bits, and Kong can do with 2048 only.`] : []),
      ...noRescue(telling),
    ],
  },
  J53: {
    brief: () => line`not made with this key`,
    failed: (data) => [
      data.zeroHalf
        ? line`One half of the signature is zero, and this version of Kong fails on it.`
        : line`The signature was not made with the key of this credential.`,
      ...(data.kind !== undefined && !data.algorithm.startsWith('HS') && !fits(data.algorithm, data.kind)
        ? [line`The key is of another kind: ${keyKind(data)} cannot make ${value(data.algorithm)}.`]
        : []),
      ...(data.algorithm.startsWith('HS')
        ? [
            line`The secret is read ${data.secretIsBase64 ? 'as base64url' : 'as it is written'} (${code('secret_is_base64')}).`,
          ]
        : []),
    ],
    passed: ({ algorithm }) => line`${value(algorithm)} verifies`,
  },
};
