import { code, line } from '../../report/index.ts';
import { knownUrls } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const endpointWithUserInformation: MetadataRule<{ readonly member: string }> = {
  id: 'endpoint-with-user-information',
  severity: 'error',
  basis: [rfc('RFC 9110 §4.2.4')],
  looksAt: 'members',
  judge: (evidence) =>
    knownUrls(evidence)
      .filter(({ parts }) => parts?.authority.includes('@') === true)
      .map(({ name }) => ({ member: name, wanted: 'no user information' })),
  explain: ({ member }) => [
    line`${code(member)} has user information in front of its host. Such a URL is not fetched, and may hide where it leads.`,
  ],
};
