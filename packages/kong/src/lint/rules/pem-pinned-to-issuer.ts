import type { Place } from '@why401/core';
import { code, line } from '@why401/core/report';
import { isUnknown } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { kongSource, rfc, type SmellRule } from '../rule.ts';

interface Data {
  readonly place: Place;
  readonly found: string;
  readonly algorithm: string;
}

export const pemPinnedToIssuer: SmellRule<Data> = {
  id: 'pem-pinned-to-issuer',
  severity: 'warning',
  basis: [kongSource('kong/plugins/jwt/daos.lua@3.9.1'), rfc('OpenID Connect Core 1.0 §10.1.1')],
  judge: ({ gateway }) =>
    gateway.jwtSecrets.flatMap(({ key, rsaPublicKey, algorithm, place }) => {
      if (rsaPublicKey === null || algorithm === null || algorithm.startsWith('HS')) return [];
      if (isUnknown(key) || !/^https?:\/\//.test(key)) return [];
      return [{ place: place('rsa_public_key'), found: fromBytes(key), algorithm }];
    }),
  explain: ({ found, algorithm }) => [
    line`A public key of ${code(found)} is copied into the configuration (${algorithm}). Providers rotate their keys; from that day every token of it is refused with ${code('Invalid signature')}.`,
  ],
  hint: ({ found }) => `compare it with what the provider publishes now: why401 issuer ${found} --kong-credential`,
};
