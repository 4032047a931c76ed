import { hostOf, isLoopback } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { knownUrls } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const endpointWithoutTls: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'endpoint-without-tls',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownUrls(evidence)
      .filter(
        ({ parts, row }) =>
          parts !== undefined &&
          parts.scheme !== 'https' &&
          row.https === true &&
          !(evidence.profile === 'auto' && isLoopback(hostOf(parts))),
      )
      .map(({ name, value: found }) => ({ member: name, found, wanted: 'https' })),
  explain: ({ member, found }) => [line`${code(member)} is ${value(found)}, without https.`],
};
