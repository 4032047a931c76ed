import { code, line } from '../../report/index.ts';
import { isAbsent } from './look.ts';
import { kongDocs, type MetadataRule } from './rule.ts';

/** What a way of authenticating takes from the document. */
const NEEDED = [
  ['introspection_endpoint', 'auth_methods: introspection'],
  ['userinfo_endpoint', 'auth_methods: userinfo'],
  ['authorization_endpoint', 'auth_methods: authorization_code'],
  ['token_endpoint', 'auth_methods: password, client_credentials, authorization_code, refresh_token'],
  ['revocation_endpoint', 'logout_revoke'],
  ['end_session_endpoint', 'logout at the provider'],
] as const;

export const kongDiscoveryIncomplete: MetadataRule<{ readonly member: string; readonly needed: string }> = {
  id: 'kong-discovery-incomplete',
  severity: 'info',
  in: { auto: 'off', oidc: 'off', oauth: 'off', workload: 'off', fapi2: 'off' },
  basis: [kongDocs('openid-connect plugin, discovery')],
  looksAt: 'members',
  judge: (evidence) =>
    NEEDED.filter(([name]) => isAbsent(evidence, name)).map(([member, needed]) => ({
      member,
      needed,
      found: 'nothing',
    })),
  explain: ({ member, needed }) => [
    line`${code(member)} is missing: in Kong's openid-connect plugin, ${needed} needs it, or a setting of that name.`,
  ],
};
