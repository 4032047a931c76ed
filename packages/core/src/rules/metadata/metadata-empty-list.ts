import { code, line } from '../../report/index.ts';
import { knownMembers } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataEmptyList: MetadataRule<{ readonly member: string }> = {
  id: 'metadata-empty-list',
  severity: 'error',
  in: { auto: 'warning' },
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8414 §3.2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownMembers(evidence)
      .filter(({ value, row }) => Array.isArray(value) && value.length === 0 && row.type === 'strings')
      .map(({ name }) => ({ member: name, found: '[]', wanted: 'elements, or no such member' })),
  explain: ({ member }) => [line`${code(member)} is an empty list; a list without elements must be left out.`],
};
