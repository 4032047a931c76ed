import { line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataByteOrderMark: MetadataRule = {
  id: 'metadata-byte-order-mark',
  severity: 'warning',
  basis: [rfc('RFC 8259 §8.1')],
  looksAt: 'text',
  judge: ({ reading: { hasByteOrderMark } }) => (hasByteOrderMark ? [{ found: 'U+FEFF' }] : []),
  explain: () => [
    line`The document begins with a byte order mark, which JSON must not have; Kong and others refuse it.`,
  ],
};
