import { line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataNotAnObject: MetadataRule<{ readonly found: string; readonly wanted: string }> = {
  id: 'metadata-not-an-object',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8414 §3.2')],
  looksAt: 'text',
  judge: ({ reading: { form } }) => {
    if (form === 'key-set') return [{ found: 'a key set', wanted: 'metadata' }];
    return form === 'other-json' ? [{ found: 'JSON, but no object', wanted: 'an object' }] : [];
  },
  explain: ({ found }) => [line`This is ${found}, not a discovery document.`],
  hint: ({ found }) => (found === 'a key set' ? 'Give it as --jwks, and the discovery document as --file.' : undefined),
};
