import type { Evidence } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import type { Finding } from '../model.ts';
import { headerIn, type KongsAnswer } from './answer-of.ts';

/** Plugins that reject too, and have no code of their own in the vocabulary of causes. */
const OTHERS: ReadonlySet<string> = new Set([
  'oauth2',
  'oauth2-introspection',
  'ldap-auth',
  'ldap-auth-advanced',
  'openid-connect',
  'mtls-auth',
  'header-cert-auth',
  'vault-auth',
  'opa',
]);
/** Those whose rejection would look the same. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['jwt', 'key-auth', 'basic-auth', 'hmac-auth', 'acl', 'ip-restriction', 'bot-detection'],
  ...['request-termination', 'pre-function', 'post-function'],
]);

/** kong/plugins/oauth2/access.lua@3.9.1 */
const OAUTH2 = /"error_description"\s*:\s*"The access token is (?:missing|invalid or has expired|global)/;

/** Another plugin's rejection: by its text or scheme, else because no other that is configured here would reject so. */
export function otherPlugin(evidence: Evidence, answer: KongsAnswer): Finding | undefined {
  const { status } = answer;
  if (status !== 401 && status !== 403) return undefined;
  const body = answer.seen ? (evidence.record.client?.body ?? '') : '';
  if (OAUTH2.test(body)) return finding('oauth2', reason('kong-text', 'that of oauth2'));
  if (/^ldap\b/i.test(headerIn(answer, 'www-authenticate') ?? ''))
    return finding('ldap-auth', reason('kong-scheme', 'LDAP'));
  const { gateway, plugins } = evidence.configured;
  const [only, ...more] = plugins.filter(({ name }) => OTHERS.has(name));
  if (gateway === null || only === undefined || more.length > 0) return undefined;
  const alone = plugins.every(({ name, config }) => name === only.name || (!KNOWN.has(name) && config !== undefined));
  return alone ? finding(only.name, reason('plugin-by-configuration', only.name)) : undefined;
}

const finding = (plugin: string, because: Finding['because']): Finding => ({
  hop: 'kong',
  cause: 'plugin-custom-exit',
  certainty: 'likely',
  or: ['plugin-request-termination'],
  because,
  plugin,
});
