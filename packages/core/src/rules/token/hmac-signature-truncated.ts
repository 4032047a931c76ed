import { code, line } from '../../report/index.ts';
import { HMAC } from './algorithms-table.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export const hmacSignatureTruncated: TokenRule<{
  readonly alg: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'hmac-signature-truncated',
  severity: 'error',
  basis: [rfc('RFC 7518 §3.2')],
  strict: true,
  looksAt: 'token',
  judge: ({ token, header }: TokenEvidence) => {
    const alg = header?.alg;
    if (token.kind !== 'jws' || typeof alg !== 'string' || !alg.startsWith('HS') || !Object.hasOwn(HMAC, alg))
      return undefined;
    const wanted = HMAC[alg] ?? 0;
    const { length } = token.signature;
    return length === 0 || length >= wanted
      ? undefined
      : { alg, found: `${length} octets`, wanted: `${wanted} octets` };
  },
  explain: ({ alg, found, wanted }) => [
    line`The signature has ${found}; ${code(alg)} has exactly ${wanted}.`,
    line`A shortened HMAC must not be accepted: the shorter it is, the sooner it is guessed.`,
  ],
};
