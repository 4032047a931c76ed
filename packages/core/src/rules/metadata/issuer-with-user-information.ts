import { partsOf } from '../../metadata/index.ts';
import { code, line } from '../../report/index.ts';
import { defect, textOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerWithUserInformation: MetadataRule = {
  id: 'issuer-with-user-information',
  severity: 'error',
  basis: [rfc('OpenID Connect Core 1.0 §1.2'), rfc('RFC 9110 §4.2.4')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(partsOf(textOf(evidence, 'issuer') ?? '')?.authority.includes('@') === true, {
      member: 'issuer',
      wanted: 'scheme, host, port and path alone',
    }),
  explain: () => [line`${code('issuer')} has user information in front of its host. An issuer has none.`],
};
