import { type AuthState, authPlugin } from '../authentication.ts';
import { decodeStandardBase64 } from '../base64-standard.ts';
import { writtenSettingsOf } from '../config.ts';
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

const NAMES = ['authorization', 'proxy-authorization'] as const;

/** Without a header of its own scheme the answer is known; with one, the directory decides. */
function header({ config, exchange, plugin }: LdapState): StepResult {
  const { header_type: scheme, realm } = config;
  const data = { scheme };
  const values = NAMES.map((name) => firstHeader(exchange, name)).filter((value) => value !== undefined);
  if (values.some((value) => isOf(scheme, value))) return notKnown('ldap-auth-header', data, [DIRECTORY]);
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

/** The scheme, in any case, and base64 of a name and a password. */
function isOf(scheme: string, value: string): boolean {
  const text = value.replace(/^[\t-\r ]+/, '');
  const rest = text.slice(scheme.length);
  if (text.slice(0, scheme.length).toLowerCase() !== scheme.toLowerCase() || !/^[\t-\r ]/.test(rest)) return false;
  return decodeStandardBase64(rest.replace(/^[\t-\r ]+/, ''))?.includes(':') === true;
}

const PIPELINE: readonly Stage<LdapState>[] = [{ name: 'header', check: header, differs: ['wwwAuthenticate'] }];

/** The access phase of Kong's `ldap-auth` plugin, as far as it goes without its directory. */
export const ldapAuth = authPlugin<LdapState>({
  name: 'ldap-auth',
  state: (plugin, exchange) => ({ plugin, exchange, config: writtenSettingsOf(plugin, UNSET) }),
  nothingSent: new Set(['ldap-auth-header']),
  stages: PIPELINE,
});
