import { code, line } from '../../report/index.ts';
import { knownMembers } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataNull: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'metadata-null',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8414 §3.2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownMembers(evidence)
      .filter(({ value }) => value === null)
      .map(({ name }) => ({ member: name, found: 'null', wanted: 'a value, or no such member' })),
  explain: ({ member }) => [line`${code(member)} is null; what has no value must be left out.`],
};
