import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const KNOWN = ['public', 'pairwise'];
const NAME = 'subject_types_supported';

export const subjectTypeUnknown: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'subject-type-unknown',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('OpenID Connect Core 1.0 §8')],
  looksAt: 'members',
  judge: (evidence) => {
    const strange = (listOf(evidence, NAME) ?? []).filter((type) => !KNOWN.includes(type));
    return strange.length === 0
      ? []
      : [{ member: NAME, found: strange.join(', ').slice(0, 200), wanted: KNOWN.join(' or ') }];
  },
  explain: ({ found }) => [line`${code(NAME)} lists ${value(found)}; only public and pairwise are defined.`],
};
