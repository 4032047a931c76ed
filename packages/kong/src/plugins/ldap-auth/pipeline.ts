import type { Switches } from '../../versions/index.ts';
import { type AuthState, authPlugin } from '../authentication.ts';
import { decodeStandardBase64 } from '../base64-standard.ts';
import { writtenSettingsOf } from '../config.ts';
import { crash } from '../crash.ts';
import { firstHeader } from '../headers.ts';
import { failed, notKnown, type Stage, type StepResult } from '../pipeline.ts';

interface LdapConfig {
  readonly header_type: string;
  readonly anonymous: string | null;
  readonly realm: string | null;
}

const UNSET: LdapConfig = { header_type: 'ldap', anonymous: null, realm: null };

interface LdapState extends AuthState {
  readonly config: LdapConfig;
}

/** In the order in which they are tried. */
const NAMES = ['proxy-authorization', 'authorization'] as const;

/** Without credentials of its own scheme the answer is known; with them, the directory decides. */
function header(state: LdapState): StepResult {
  const { config, exchange, plugin } = state;
  const { header_type: scheme, realm } = config;
  const data = { scheme };
  const values = NAMES.map((name) => firstHeader(exchange, name)).filter((value) => value !== undefined);
  for (const value of values) {
    const found = credentialsIn(scheme, value, exchange.release.switches);
    if (found === 'error') return crash(state, "bad argument #1 to 'match' (string expected, got nil)");
    if (found === 'some') return notKnown('ldap-auth-header', data, [DIRECTORY]);
  }
  const { wwwAuthenticate, plainUnauthorized } = exchange.release.switches;
  const missing = values.length === 0;
  const message = missing || plainUnauthorized ? 'Unauthorized' : 'Invalid authentication credentials';
  const spelled = scheme === 'ldap' ? 'LDAP' : scheme;
  const told = wwwAuthenticate ? realm : 'kong';
  const challenge = told === null ? spelled : `${spelled} realm="${told}"`;
  const headers = missing || wwwAuthenticate ? ([['www-authenticate', challenge]] as const) : [];
  const refusal = { kind: 'error', status: 401, message, headers } as const;
  return failed('ldap-auth-header', data, refusal, { at: () => plugin.place() });
}

const DIRECTORY = 'what the directory server says';

/** The scheme, in any case, and base64 of a name and a password, which may not be empty. */
function credentialsIn(
  scheme: string,
  value: string,
  { ldapRefusesBadBase64 }: Pick<Switches, 'ldapRefusesBadBase64'>,
): 'none' | 'some' | 'error' {
  const text = value.replace(/^[\t-\r ]+/, '');
  const rest = text.slice(scheme.length);
  if (text.slice(0, scheme.length).toLowerCase() !== scheme.toLowerCase() || !/^[\t-\r ]/.test(rest)) return 'none';
  const decoded = decodeStandardBase64(rest.replace(/^[\t-\r ]+/, ''));
  if (decoded === undefined) return ldapRefusesBadBase64 ? 'none' : 'error';
  const form = ldapRefusesBadBase64 ? /^[^\n]*?:[^\n]+\n?$/ : /:[^]/;
  return form.test(decoded) ? 'some' : 'none';
}

const PIPELINE: readonly Stage<LdapState>[] = [
  { name: 'header', check: header, differs: ['wwwAuthenticate', 'plainUnauthorized', 'ldapRefusesBadBase64'] },
];

/** The access phase of Kong's `ldap-auth` plugin, as far as it goes without its directory. */
export const ldapAuth = authPlugin<LdapState>({
  name: 'ldap-auth',
  state: (plugin, exchange) => ({ plugin, exchange, config: writtenSettingsOf(plugin, UNSET) }),
  nothingSent: new Set(['ldap-auth-header']),
  stages: PIPELINE,
});
