import { placeholdersOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { textOf } from './look.ts';
import { type MetadataRule, providerDocs, rfc } from './rule.ts';

export const issuerTemplate: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly placeholders: readonly string[];
}> = {
  id: 'issuer-template',
  severity: 'error',
  in: { auto: 'info' },
  basis: [
    rfc('OpenID Connect Discovery 1.0 §3'),
    rfc('OpenID Connect Discovery 1.0 §4.3'),
    providerDocs('Microsoft identity platform, access tokens, Validate the issuer'),
  ],
  looksAt: 'members',
  judge: (evidence) => {
    const found = textOf(evidence, 'issuer') ?? '';
    const placeholders = placeholdersOf(found);
    return placeholders.length === 0 ? [] : [{ member: 'issuer', found, placeholders }];
  },
  explain: ({ found, placeholders }) => [
    line`${code('issuer')} is a template: ${value(found)}.`,
    line`No ${code('iss')} equals it before ${value(placeholders.join(', '))} is filled in; an exact comparison always fails.`,
  ],
  hint: ({ placeholders }) =>
    placeholders.some((text) => /tenant/i.test(text))
      ? "Use the document of your own tenant, or allow each tenant's issuer by name."
      : undefined,
};
