import { code, line, value } from '../../report/index.ts';
import { knownUrls } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const linkNotAbsolute: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'link-not-absolute',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  looksAt: 'members',
  judge: (evidence) =>
    knownUrls(evidence)
      .filter(({ parts, row }) => parts === undefined && row.type === 'link')
      .map(({ name, value: found }) => ({ member: name, found, wanted: 'an absolute URL' })),
  explain: ({ member, found }) => [line`${code(member)} is ${value(found)}, which is no absolute URL.`],
};
