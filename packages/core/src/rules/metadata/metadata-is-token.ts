import { line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataIsToken: MetadataRule = {
  id: 'metadata-is-token',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8414 §2.1')],
  looksAt: 'text',
  judge: ({ reading: { form } }) => (form === 'token' ? [{ found: 'a JWT', wanted: 'a JSON object' }] : []),
  explain: () => [
    line`The whole answer is a signed token, not a JSON document.`,
    line`Some schemes publish their metadata as a signed statement; ordinary clients do not read it.`,
  ],
  hint: () =>
    'why401 decode shows what is inside. Plain metadata stands at /.well-known/openid-configuration, if anywhere.',
};
