import { line } from '../../report/index.ts';
import { defect, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const passwordGrantOffered: MetadataRule = {
  id: 'password-grant-offered',
  severity: 'info',
  in: { fapi2: 'error' },
  basis: [rfc('RFC 9700 §2.4')],
  looksAt: 'members',
  judge: (evidence) =>
    defect(listOf(evidence, 'grant_types_supported')?.includes('password') === true, {
      member: 'grant_types_supported',
      found: 'password',
    }),
  explain: () => [
    line`The password grant is offered: it must not be used, since it shows a person's password to the client.`,
  ],
};
