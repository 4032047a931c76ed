import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { kongDocs, type MetadataRule } from './rule.ts';

const KNOWN = /^(?:[HRP]S(?:256|384|512)|ES(?:256|384|512)|EdDSA|Ed25519|Ed448)$/;
const NAME = 'id_token_signing_alg_values_supported';

export const kongCannotCheckAlgorithms: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'kong-cannot-check-algorithms',
  severity: 'info',
  in: { kong: 'error' },
  basis: [kongDocs('jwt plugin, jwt_secrets.algorithm'), kongDocs('openid-connect plugin, Signing and encryption')],
  looksAt: 'members',
  judge: (evidence) => {
    const listed = listOf(evidence, NAME) ?? [];
    if (listed.length === 0 || listed.some((name) => KNOWN.test(name))) return [];
    return [{ member: NAME, found: listed.join(', ').slice(0, 200), wanted: 'an algorithm that Kong knows' }];
  },
  explain: ({ found }) => [
    line`Tokens are signed with ${value(found)}, which neither of Kong's plugins can check (${code(NAME)}).`,
  ],
};
