import { code, line, value } from '../../report/index.ts';
import { isAbsent, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const GRANT = 'urn:openid:params:grant-type:ciba';
const NEEDED = ['backchannel_authentication_endpoint', 'backchannel_token_delivery_modes_supported'];

export const cibaMetadataMissing: MetadataRule<{ readonly member: string }> = {
  id: 'ciba-metadata-missing',
  severity: 'error',
  basis: [rfc('OpenID Connect CIBA Core 1.0 §4')],
  looksAt: 'members',
  judge: (evidence) =>
    listOf(evidence, 'grant_types_supported')?.includes(GRANT) === true
      ? NEEDED.filter((name) => isAbsent(evidence, name)).map((member) => ({ member, found: 'nothing' }))
      : [],
  explain: ({ member }) => [line`The grant ${value(GRANT)} is offered, which requires ${code(member)}.`],
};
