import { compareIssuers, sentenceOf } from '../../issuer/index.ts';
import { aliasOf, fitsTemplate, placeholdersOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { textOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerMismatch: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'issuer-mismatch',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.3'), rfc('RFC 8414 §3.3')],
  looksAt: 'members',
  judge: (evidence) => {
    const found = textOf(evidence, 'issuer');
    const { expect: wanted } = evidence;
    if (found === undefined || wanted === undefined || found === wanted) return [];
    if (evidence.profile === 'auto' && isMultiTenant(wanted, found)) return [];
    return [{ member: 'issuer', found, wanted }];
  },
  explain: ({ found, wanted }) => [
    line`The document was asked for as ${value(wanted)}, and says that it is ${value(found)}.`,
    ...differences(wanted, found).map((text) => line`${text}`),
    line`A document whose ${code('issuer')} is another must not be used.`,
  ],
  hint: ({ found }) => `If that is the issuer you mean, configure it to the character: ${found}`,
};

/** A template that the asked-for issuer fills in, or that its provider serves under another name by design. */
const isMultiTenant = (wanted: string, found: string): boolean =>
  placeholdersOf(found).length > 0 && (fitsTemplate(found, wanted) || aliasOf(wanted, found) !== undefined);

const MOST_SENTENCES = 3;

function differences(wanted: string, found: string): readonly string[] {
  const compared = compareIssuers(wanted, found);
  return [...new Set(compared.differences.map((one) => sentenceOf(compared, one)))].slice(0, MOST_SENTENCES);
}
