import { fixedClock } from '@why401/node';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from './config/index.ts';
import { judge } from './judge.ts';

/** Plugins whose answer a directory, a store or Lua decides: what follows without them. */

const ports = { crypto: createCrypto(), clock: fixedClock(0) };

interface Sent {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
}

function ask(plugins: readonly object[], sent: Sent, version: string) {
  const config = {
    _format_version: version === '2.8' ? '1.1' : '3.0',
    services: [{ name: 's', url: 'http://s.internal', routes: [{ name: 'r', paths: ['/r'] }] }],
    consumers: [{ username: 'alice', keyauth_credentials: [{ key: 'k' }] }],
    plugins,
  };
  const loaded = loadGateway(
    [{ name: 'kong.json', text: JSON.stringify(config) }],
    { version: version as '3.9', flavor: version === '2.8' ? 'traditional' : 'traditional_compatible' },
    ports,
  );
  if (!loaded.ok) throw new Error('the configuration can be read');
  expect(loaded.gateway.refusals).toEqual([]);
  const { method = 'GET', target = '/r', headers = [], body } = sent;
  const wire = {
    method,
    scheme: 'http',
    host: 'a.test',
    port: 8000,
    sni: null,
    target,
    headers: body === undefined ? headers : [...headers, ['Content-Length', String(body.length)] as const],
    body: body ?? null,
    clientIp: '192.0.2.1',
  } as const;
  return judge(loaded.gateway, wire, { version }, ports);
}

/** `401 <message> <challenge>`, `passed on`, or what the answer depends on. */
function short({ outcome, reply, because }: ReturnType<typeof ask>): string {
  if (outcome === 'undetermined') return because[0]?.message.replace(/, which .*$/, '') ?? '';
  if (reply === null) return 'passed on';
  const challenge = reply.headers.find(([name]) => name === 'www-authenticate')?.[1];
  const told = /"(?:message|error)": ?"([^"]*)"/.exec(reply.body)?.[1] ?? reply.body;
  return [reply.status, told, challenge].filter((part) => part !== undefined && part !== '').join(' ');
}

const base64 = (text: string): string => btoa(text);
const LDAP = { name: 'ldap-auth', config: { ldap_host: 'ldap.example', base_dn: 'dc=example', attribute: 'cn' } };
const DIRECTORY = 'the plugin ldap-auth depends on what the directory server says';

describe('ldap-auth', () => {
  const authorization = (value: string): Sent => ({ headers: [['Authorization', value]] });
  it.each<[string, Sent, string, string]>([
    ['no header', {}, '3.9', '401 Unauthorized LDAP'],
    ['no header', {}, '3.4', '401 Unauthorized LDAP realm="kong"'],
    ['another scheme', authorization('Bearer x'), '3.9', '401 Unauthorized LDAP'],
    ['another scheme', authorization('Bearer x'), '3.4', '401 Invalid authentication credentials'],
    ['credentials', authorization(`LDAP ${base64('a:b')}`), '3.9', DIRECTORY],
    ['no name', authorization(`ldap ${base64(':b')}`), '3.9', DIRECTORY],
    ['no password', authorization(`ldap ${base64('a:')}`), '3.9', '401 Unauthorized LDAP'],
    ['no password', authorization(`ldap ${base64('a:')}`), '2.8', '401 Invalid authentication credentials'],
    ['a line break in the name', authorization(`ldap ${base64('a\nb:c')}`), '3.4', DIRECTORY],
    ['a line break in the name', authorization(`ldap ${base64('a\nb:c')}`), '3.9', '401 Unauthorized LDAP'],
    ['no base64', authorization('ldap ?'), '3.9', '401 Unauthorized LDAP'],
    ['no base64', authorization('ldap ?'), '3.5', '401 Invalid authentication credentials'],
    ['no base64', authorization('ldap ?'), '3.4', '500 An unexpected error occurred'],
    ['no base64', authorization('ldap ?'), '2.8', '500 An unexpected error occurred'],
    [
      'credentials in the other header',
      {
        headers: [
          ['Authorization', 'Bearer x'],
          ['Proxy-Authorization', `ldap ${base64('a:b')}`],
        ],
      },
      '3.9',
      DIRECTORY,
    ],
    [
      'what breaks in the header that is tried second',
      {
        headers: [
          ['Authorization', 'ldap ?'],
          ['Proxy-Authorization', `ldap ${base64('a:b')}`],
        ],
      },
      '3.4',
      DIRECTORY,
    ],
  ])('%s: %j in %s', (_, sent, version, wanted) => {
    expect(short(ask([LDAP], sent, version))).toBe(wanted);
  });
});

const OAUTH2 = { name: 'oauth2', config: { scopes: ['a'], enable_client_credentials: true } };
const ISSUED = 'the plugin oauth2 depends on the tokens that the gateway has issued';
const MISSING = '401 invalid_request Bearer';
const FORM = [['Content-Type', 'application/x-www-form-urlencoded']] as const;

describe('oauth2', () => {
  it.each<[string, Sent, string, string]>([
    ['nothing', {}, '3.9', MISSING],
    ['nothing', {}, '3.4', '401 invalid_request Bearer realm="service"'],
    [
      'an empty header, whatever the query has',
      { target: '/r?access_token=x', headers: [['Authorization', '']] },
      '3.9',
      MISSING,
    ],
    ['a header', { headers: [['Authorization', 'Bearer x']] }, '3.9', ISSUED],
    ['an argument', { target: '/r?access_token=x' }, '3.9', ISSUED],
    ['an argument twice', { target: '/r?access_token=x&access_token=y' }, '3.9', MISSING],
    ['an argument without a value', { target: '/r?access_token' }, '3.9', MISSING],
    ['a field of a form', { method: 'POST', headers: FORM, body: 'access_token=x' }, '3.9', ISSUED],
    ['a field of a form that is deleted', { method: 'DELETE', headers: FORM, body: 'access_token=x' }, '3.9', MISSING],
    [
      'a field twice, before one argument',
      { method: 'POST', target: '/r?access_token=x', headers: FORM, body: 'access_token=x&access_token=y' },
      '3.9',
      MISSING,
    ],
    [
      'a number in JSON',
      { method: 'POST', headers: [['Content-Type', 'application/json']], body: '{"access_token":1}' },
      '3.9',
      MISSING,
    ],
    [
      'its endpoint',
      { method: 'POST', target: '/r/oauth2/token' },
      '3.9',
      'the plugin oauth2 depends on what its own endpoint answers',
    ],
    ['its endpoint in the query', { method: 'POST', target: '/r?a=/oauth2/token' }, '3.9', MISSING],
    [
      'its endpoint by GET',
      { target: '/r/oauth2/token/?a=b' },
      '3.9',
      '405 invalid_method Bearer error="invalid_method" error_description="The HTTP method GET is invalid for the token endpoint"',
    ],
    [
      'the other endpoint by PUT',
      { method: 'PUT', target: '/r/oauth2/authorize' },
      '2.8',
      '405 invalid_method Bearer realm="service" error="invalid_method" error_description="The HTTP method PUT is invalid for the authorization endpoint"',
    ],
    ['what only looks like its endpoint', { target: '/r/oauth2/tokens' }, '3.9', MISSING],
  ])('%s: %j in %s', (_, sent, version, wanted) => {
    expect(short(ask([OAUTH2], sent, version))).toBe(wanted);
  });

  it('asks for its endpoint before anonymous, and takes away what a client says of a token', () => {
    const open = { ...OAUTH2, config: { ...OAUTH2.config, anonymous: 'alice' } };
    expect(short(ask([open], { target: '/r/oauth2/token' }, '3.9'))).toMatch(/^405 /);
    const { upstream } = ask([open], { headers: [['X-Authenticated-Scope', 'all']] }, '3.9');
    expect(upstream?.headers.map(([name]) => name)).not.toContain('x-authenticated-scope');
  });
});

describe('session', () => {
  const session = (config: object): object => ({ name: 'session', config: { secret: 'of a test', ...config } });
  const cookie = (value: string): Sent => ({
    headers: [
      ['Cookie', value],
      ['apikey', 'k'],
    ],
  });
  const BEHIND = 'the plugin session depends on the session behind the cookie';
  it.each<[string, object, Sent, string]>([
    ['no cookie', {}, cookie('a=b'), 'passed on'],
    ['its cookie', {}, cookie('session=x'), BEHIND],
    ['its cookie by another name', { cookie_name: 'mine' }, cookie('session=x'), 'passed on'],
    ['the second cookie', { remember: true }, cookie('remember=x'), BEHIND],
    ['the second cookie, which is not asked for', {}, cookie('remember=x'), 'passed on'],
  ])('%s', (_, config, sent, wanted) => {
    expect(short(ask([session(config), { name: 'key-auth' }], sent, '3.9'))).toBe(wanted);
  });

  it.each<[string, string, object, readonly string[]]>([
    ['who authenticated', 'k', {}, ['session=<new session>']],
    ['who was refused', 'other', {}, []],
    ['who is let in as somebody', 'other', { anonymous: 'alice' }, []],
  ])('gives a new cookie to %s', (_, key, config, wanted) => {
    const plugins = [session({}), { name: 'key-auth', config }];
    const { added, reply } = ask(plugins, { headers: [['apikey', key]] }, '3.9');
    const all = [...(added ?? []), ...(reply?.headers ?? [])];
    expect(all.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual(wanted);
  });
});

describe('pre-function', () => {
  const lua = (config: object, scope: object = {}): object => ({ name: 'pre-function', config, ...scope });
  it.each<[string, object, string]>([
    [
      'an error without a text has that of its status',
      lua({ access: ['return kong.response.error(405)'] }),
      '405 Method not allowed',
    ],
    ['an error with a text', lua({ access: ['return kong.response.error(405, "no")'] }), '405 no'],
    [
      'an error of another status',
      lua({ access: ['return kong.response.error(477)'] }),
      '477 The upstream server responded with 477',
    ],
    ['an error that is none', lua({ access: ['return kong.response.error(200)'] }), '500 An unexpected error occurred'],
    ['an exit without a body', lua({ access: ['return kong.response.exit(405)'] }), '405'],
    ['an exit of no status', lua({ access: ['return kong.response.exit(600)'] }), '500 An unexpected error occurred'],
    ['the phase before the Route, of all', lua({ rewrite: ['return kong.response.exit(418)'] }), '418'],
    [
      'the phase before the Route, of one',
      lua({ rewrite: ['return kong.response.exit(418)'] }, { route: 'r' }),
      'passed on',
    ],
  ])('%s', (_, plugin, wanted) => {
    expect(short(ask([plugin], {}, '3.9'))).toBe(wanted);
  });
});

describe('plugins of the Enterprise edition', () => {
  const introspection = (config: object): object => ({
    name: 'oauth2-introspection',
    config: { introspection_url: 'https://login.example/introspect', ...config },
  });
  const ENDPOINT = 'the plugin oauth2-introspection depends on what the introspection endpoint says';
  it.each<[string, object, Sent, string]>([
    ['a token', introspection({}), { headers: [['Authorization', 'Bearer x']] }, ENDPOINT],
    ['a token in the query', introspection({}), { target: '/r?access_token=x' }, ENDPOINT],
    ['nothing', introspection({}), {}, 'the plugin oauth2-introspection depends on how it words its refusal'],
    ['nothing, with anonymous', introspection({ anonymous: 'alice' }), {}, 'passed on'],
    ['a preflight that is let through', introspection({ run_on_preflight: false }), { method: 'OPTIONS' }, 'passed on'],
    ['a certificate', { name: 'mtls-auth' }, {}, 'the plugin mtls-auth depends on the certificate of the client'],
  ])('%s', (_, plugin, sent, wanted) => {
    expect(short(ask([plugin], sent, '3.9'))).toBe(wanted);
  });

  it('are judged by their documentation alone', () => {
    const { path } = ask([introspection({ anonymous: 'alice' })], {}, '3.9');
    expect(path.find(({ step }) => step === 'anonymous')?.basis.map(({ kind }) => kind)).toEqual(['assumed']);
  });
});
