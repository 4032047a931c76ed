import { code, line } from '../../report/index.ts';
import { defect, listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const scopesWithoutOpenid: MetadataRule = {
  id: 'scopes-without-openid',
  severity: 'error',
  in: { auto: 'warning', workload: 'off', 'auto-workload': 'off' },
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('OpenID Connect Core 1.0 §3.1.2.1')],
  looksAt: 'members',
  judge: (evidence) => {
    const scopes = listOf(evidence, 'scopes_supported') ?? ['openid'];
    const lacks = evidence.document === 'openid' && !scopes.includes('openid');
    return defect(lacks, { member: 'scopes_supported', found: scopes.join(' ').slice(0, 200), wanted: 'openid' });
  },
  explain: () => [line`${code('scopes_supported')} does not list openid, which a server must support.`],
};
