import { code, line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

export const jweZip: TokenRule<{ readonly found: string }> = {
  id: 'jwe-zip',
  severity: 'warning',
  basis: [rfc('RFC 7516 §4.1.3'), rfc('RFC 8725 §3.6')],
  strict: false,
  looksAt: 'header',
  judge: ({ header }) => (header?.zip === undefined ? undefined : { found: String(header.zip).slice(0, 40) }),
  explain: ({ found }) => [
    line`The content is compressed (zip: ${code(found)}).`,
    line`A small token may unpack to gigabytes: it is not unpacked here.`,
  ],
};
