import { line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataEncoding: MetadataRule = {
  id: 'metadata-encoding',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8259 §8.1')],
  looksAt: 'text',
  judge: ({ reading: { form } }) =>
    form === 'not-utf8' ? [{ found: 'octets that are no UTF-8', wanted: 'UTF-8' }] : [],
  explain: () => [line`The document is not UTF-8, which is the only encoding that JSON has between systems.`],
  hint: () => 'iconv -f UTF-16 -t UTF-8, or -f ISO-8859-1, as the server has it.',
};
