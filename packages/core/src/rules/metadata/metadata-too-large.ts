import { line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataTooLarge: MetadataRule = {
  id: 'metadata-too-large',
  severity: 'error',
  basis: [rfc('RFC 9700')],
  looksAt: 'text',
  judge: ({ reading: { form } }) => (form === 'too-large' ? [{ wanted: 'at most 1 MiB' }] : []),
  explain: () => [line`The document is larger than 1 MiB and was not read.`],
};
