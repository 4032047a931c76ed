import { line, value } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataIsHtml: MetadataRule<{ readonly found: string; readonly wanted: string }> = {
  id: 'metadata-is-html',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2')],
  looksAt: 'text',
  judge: ({ reading: { form, start } }) => (form === 'html' ? [{ found: start, wanted: 'a JSON object' }] : []),
  explain: ({ found }) => [
    line`This is a page, not a discovery document: it begins with ${value(found)}.`,
    line`A login form, an error page or a proxy answered in the place of the issuer.`,
  ],
  hint: () => 'Ask again from the machine that Kong runs on, and look at the status and at what stands between.',
};
