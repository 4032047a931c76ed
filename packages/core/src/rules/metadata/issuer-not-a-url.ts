import { partsOf, placeholdersOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { textOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const issuerNotAUrl: MetadataRule<{ readonly member: string; readonly found: string; readonly wanted: string }> =
  {
    id: 'issuer-not-a-url',
    severity: 'error',
    basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
    looksAt: 'members',
    judge: (evidence) => {
      const found = textOf(evidence, 'issuer');
      if (found === undefined || placeholdersOf(found).length > 0 || partsOf(found) !== undefined) return [];
      return [{ member: 'issuer', found, wanted: 'an absolute https URL' }];
    },
    explain: ({ found }) => [line`${code('issuer')} is ${value(found)}, which is no absolute URL.`],
  };
