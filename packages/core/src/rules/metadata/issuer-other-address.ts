import { aliasOf, placeholdersOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { textOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerOtherAddress: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'issuer-other-address',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.1'), rfc('RFC 8414 §3.1')],
  looksAt: 'members',
  judge: (evidence) => {
    const found = textOf(evidence, 'issuer');
    const { expect, fetchedFrom, wellKnown } = evidence;
    if (found === undefined || wellKnown === undefined || fetchedFrom === undefined) return [];
    if (expect !== undefined || placeholdersOf(found).length > 0 || found.replace(/\/$/, '') === wellKnown.issuer)
      return [];
    if (evidence.profile === 'auto' && aliasOf(fetchedFrom, found) !== undefined) return [];
    return [{ member: 'issuer', found, wanted: wellKnown.issuer }];
  },
  explain: ({ found, wanted }) => [
    line`The document came from an address of ${value(wanted)}, and says ${code('issuer')} ${value(found)}.`,
    line`Clients that are given the issuer look for the document elsewhere; those that are given the address refuse it.`,
  ],
  hint: ({ found }) => `Say which issuer you mean: --expect ${found}`,
};
