import { partsOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { defect, textOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerWithQuery: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'issuer-with-query',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) => {
    const found = textOf(evidence, 'issuer') ?? '';
    const parts = partsOf(found);
    const more = parts === undefined ? '' : parts.query + parts.fragment;
    return defect(more !== '', { member: 'issuer', found, wanted: 'no query and no fragment' });
  },
  explain: ({ found }) => [line`${code('issuer')} has a query or a fragment, which it must not have: ${value(found)}.`],
};
