import { hostOf, isLoopback, partsOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { defect, textOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerWithoutTls: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'issuer-without-tls',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) => {
    const found = textOf(evidence, 'issuer') ?? '';
    const parts = partsOf(found);
    const isPlain = parts !== undefined && parts.scheme !== 'https';
    const isExcused = evidence.profile === 'auto' && parts !== undefined && isLoopback(hostOf(parts));
    return defect(isPlain && !isExcused, { member: 'issuer', found, wanted: 'https' });
  },
  explain: ({ found }) => [
    line`${code('issuer')} is ${value(found)}, without https: its keys can be changed on the way.`,
  ],
};
