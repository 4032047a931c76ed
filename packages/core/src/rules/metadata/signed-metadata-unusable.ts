import { type Json, member, typeName } from '../../json/index.ts';
import { readToken } from '../../parse/index.ts';
import { code, line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

const NAME = 'signed_metadata';

export const signedMetadataUnusable: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'signed-metadata-unusable',
  severity: 'error',
  basis: [rfc('RFC 8414 §2.1')],
  looksAt: 'members',
  judge: ({ object }) => {
    const found = defectOf(member(object, NAME));
    return found === undefined ? [] : [{ member: NAME, found, wanted: 'a signed JWT with the claim iss' }];
  },
  explain: ({ found }) => [line`${code(NAME)} is ${found}: who prefers it to the plain members has no metadata.`],
};

function defectOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return typeName(value);
  const token = readToken(value);
  if (token.kind !== 'jws' || token.header === undefined || token.claims === undefined) return 'no signed JWT';
  if (token.header.alg === 'none') return 'a JWT that nobody signed (alg none)';
  return typeof token.claims.iss === 'string' ? undefined : 'a JWT without the claim iss';
}
