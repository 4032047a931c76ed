import { isObject, type Json, member, typeName } from '../../json/index.ts';
import { hostOf, isLoopback, partsOf } from '../../metadata/index.ts';
import { code, line } from '../../report/index.ts';
import { shown } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const mtlsAliasesUnusable: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'mtls-aliases-unusable',
  severity: 'warning',
  basis: [rfc('RFC 8705 §5')],
  looksAt: 'members',
  judge: ({ object, profile }) => {
    const aliases = member(object, 'mtls_endpoint_aliases');
    if (aliases === undefined || aliases === null) return [];
    if (!isObject(aliases))
      return [{ member: 'mtls_endpoint_aliases', found: typeName(aliases), wanted: 'an object of endpoints' }];
    return Object.entries(aliases)
      .filter(([, value]) => !isUsable(value, profile === 'auto'))
      .map(([name, value]) => ({
        member: `mtls_endpoint_aliases.${name}`,
        found: shown(value),
        wanted: 'an https URL',
      }));
  },
  explain: ({ member: name, found, wanted }) => [
    line`${code(name)} is ${found}, not ${wanted}: clients with a certificate find no place to show it.`,
  ],
};

/** On the machine itself, people do without TLS while they build. */
function isUsable(value: Json | undefined, excusesLoopback: boolean): boolean {
  const parts = typeof value === 'string' ? partsOf(value) : undefined;
  if (parts === undefined) return false;
  return parts.scheme === 'https' || (excusesLoopback && isLoopback(hostOf(parts)));
}
