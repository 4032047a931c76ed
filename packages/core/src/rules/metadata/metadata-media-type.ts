import { line, value } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataMediaType: MetadataRule<{ readonly found: string; readonly wanted: string }> = {
  id: 'metadata-media-type',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2'), rfc('RFC 8414 §3.2')],
  looksAt: 'text',
  judge: ({ contentType, reading: { form } }) =>
    contentType === undefined || form !== 'object' || isJson(contentType)
      ? []
      : [{ found: contentType, wanted: 'application/json' }],
  explain: ({ found }) => [line`The document is sent as ${value(found)}, not as application/json.`],
};

const isJson = (contentType: string): boolean =>
  /^application\/(?:[\w.+-]+\+)?json$/i.test(contentType.split(';', 1)[0]?.trim() ?? '');
