import { typeName } from '../../json/index.ts';
import { code, line } from '../../report/index.ts';
import { knownMembers } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataFlagNotBoolean: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'metadata-flag-not-boolean',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 9207 §3'), rfc('RFC 8705 §3.3')],
  looksAt: 'members',
  judge: (evidence) =>
    knownMembers(evidence)
      .filter(({ row, value }) => row.type === 'boolean' && value !== null && typeof value !== 'boolean')
      .map(({ name, value }) => ({ member: name, found: typeName(value), wanted: 'true or false' })),
  explain: ({ member, found }) => [line`${code(member)} is ${found}, not true or false.`],
};
