import { code, line, value } from '@why401/core/report';
import { noRescue, type WordsOf } from './telling.ts';

const FIELD = (algorithm: string): string => (algorithm.startsWith('HS') ? 'secret' : 'rsa_public_key');

export const key: WordsOf<'J40' | 'J41' | 'J42' | 'J43' | 'J50'> = {
  J40: {
    brief: ({ alg, algorithm }) => line`${alg}, the credential has ${algorithm}`,
    failed: ({ alg, algorithm }) => [
      line`The credential is for ${value(algorithm)}, the token is signed with ${value(alg)}.`,
    ],
    passed: ({ algorithm }) => line`${value(algorithm)}`,
  },
  J41: {
    brief: () => line`the secret is not base64url`,
    failed: ({ why, standardAlphabet }) => [
      standardAlphabet
        ? line`The credential's secret is standard base64 (it holds + or /), and Kong reads base64url only.`
        : why === 'length'
          ? line`The credential's secret is not base64url: no such text has its length.`
          : line`The credential's secret is not base64url: it holds other characters.`,
      line`The plugin has ${code('secret_is_base64')} on. Until Kong 3.4 the standard alphabet was taken as well.`,
    ],
  },
  J42: {
    brief: (data) => line`no ${code(data.missing ?? FIELD(data.algorithm))}`,
    failed: (data) => [
      line`The credential has no ${code(data.missing ?? FIELD(data.algorithm))} to check ${value(data.algorithm)} with.`,
      ...(data.missing === 'rsa_public_key'
        ? [line`In spite of its name, ${code('rsa_public_key')} holds the public key of every algorithm.`]
        : []),
    ],
  },
  J43: {
    failed: ({ algorithm }, { judgement }) => [
      line`Kong ${judgement.version} decodes the public key as base64, because ${code('secret_is_base64')} is on.`,
      line`So no ${value(algorithm)} credential works with this plugin before Kong 3.9.`,
    ],
  },
  J50: {
    brief: () => line`OpenSSL cannot read it`,
    failed: ({ algorithm }, telling) => [
      line`OpenSSL cannot read the credential's ${code('rsa_public_key')}, and Kong fails on it.`,
      ...(algorithm.startsWith('ES')
        ? [line`Kong does not look at the key of an ${value(algorithm)} credential until a token comes.`]
        : []),
      line`The error log says "Consumer Public Key is Invalid".`,
      ...noRescue(telling),
    ],
    passed: (data) => line`${keyKind(data)}`,
  },
};

export function keyKind({ kind, curve, bits }: { kind?: string; curve?: string; bits?: number }): string {
  if (kind === undefined) return 'the key loads';
  return [kind.toUpperCase(), curve, bits === undefined ? undefined : `${bits} bits`].filter(Boolean).join(', ');
}
