import { code, line, value } from '../../report/index.ts';
import type { MetadataEvidence } from './evidence.ts';
import { knownUrls } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const endpointNotAbsolute: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'endpoint-not-absolute',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownUrls(evidence)
      .filter(
        ({ parts, row, name, value }) =>
          parts === undefined && row.type === 'endpoint' && !isUnused(evidence, name, value),
      )
      .map(({ name, value: found }) => ({ member: name, found, wanted: 'an absolute URL' })),
  explain: ({ member, found }) => [line`${code(member)} is ${value(found)}, which is no absolute URL.`],
};

/** Workload issuers without a login page name it by a URN that nobody is meant to open. */
const isUnused = ({ profile, issuerKind }: MetadataEvidence, name: string, value: string): boolean =>
  name === 'authorization_endpoint' &&
  value.startsWith('urn:') &&
  (profile === 'workload' || (profile === 'auto' && issuerKind === 'workload'));
