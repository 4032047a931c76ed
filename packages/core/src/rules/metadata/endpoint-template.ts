import { placeholdersOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { knownUrls } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const endpointTemplate: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'endpoint-template',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 3986 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownUrls(evidence)
      .filter(({ value: found }) => placeholdersOf(found).length > 0)
      .map(({ name, value: found }) => ({ member: name, found, wanted: 'a URL that is filled in' })),
  explain: ({ member, found }) => [
    line`${code(member)} is ${value(found)}: something is still to be filled in, and clients ask for it as it stands.`,
  ],
};
