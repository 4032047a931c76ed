import type { Sight } from '../sight.ts';
import { encoded } from '../surgery/index.ts';

/** A signed token of a form that Kong decodes; it stands in for one that the reader has to send. */
export function standInToken({ config, gateway }: Pick<Sight, 'config' | 'gateway'>): string {
  const credential = gateway.jwtSecrets[0];
  const claim = config.key_claim_name ?? 'iss';
  const part = (members: object) => encoded(JSON.stringify(members));
  return `${part({ alg: 'RS256' })}.${part({ [claim]: credential?.key ?? 'x' })}.${encoded('stand-in')}`;
}

/**
 * Public keys that stand in for one that the reader has, so that Kong's loader takes the entity: RFC 7515 A.2.1
 * (RSA), A.3.1 (P-256), RFC 8037 A.2 (Ed25519). Nothing is ever verified with them.
 */
const KEYS: Readonly<Record<'RSA' | 'EC' | 'OKP', string>> = {
  RSA: JSON.stringify({
    kty: 'RSA',
    n: [
      'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS',
      '-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2',
      'CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9',
      'gb54h4FRWyuXpoQ',
    ].join(''),
    e: 'AQAB',
  }),
  EC: JSON.stringify({
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  }),
  OKP: JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }),
};

export function standInKey(algorithm: string): string {
  if (algorithm === 'EdDSA') return KEYS.OKP;
  return algorithm.startsWith('ES') ? KEYS.EC : KEYS.RSA;
}
