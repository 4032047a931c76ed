import { code, line, value } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataDuplicateMember: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'metadata-duplicate-member',
  severity: 'warning',
  basis: [rfc('RFC 8259 §4')],
  looksAt: 'text',
  judge: ({ reading: { duplicates } }) =>
    duplicates.map(({ path, values }) => ({ member: path.join('.'), found: values.join(', ').slice(0, 200) })),
  explain: ({ member, found }) => [
    line`${code(member)} is written more than once: ${value(found)}.`,
    line`Readers take the last one, the first one, or refuse.`,
  ],
};
