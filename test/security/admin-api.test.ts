import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AdminApiOptions, readAdminApi } from '@why401/node/admin-api';
import { createFetcher, type FetcherOptions } from '@why401/node/fetch';
import { startServer, type TestServer } from '@why401/testkit';
import { afterEach, describe, expect, it } from 'vitest';

const opened: TestServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

const TOKEN = 'canary-of-the-admin-token';
const INFORMATION = { version: '3.9.1', configuration: {}, plugins: {} };
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly token: string | undefined;
}

/** Answers by path; anything else is an empty listing, and `/workspaces` is not there. */
async function gateway(answers: Readonly<Record<string, unknown>> = {}) {
  const asked: Asked[] = [];
  const server = await startServer((request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, token: headers['kong-admin-token']?.toString() });
    const [path = ''] = url.split('?');
    const known = Object.hasOwn(answers, path) ? answers[path] : undefined;
    const answer = typeof known === 'function' ? (known as (url: URL) => unknown)(new URL(url, 'http://a')) : known;
    if (typeof answer === 'number') return response.writeHead(answer).end('{"message":"no"}');
    if (answer === undefined && path === '/workspaces') return response.writeHead(404).end('{}');
    const body = answer ?? (path === '/' ? INFORMATION : { data: [], next: null });
    return response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  opened.push(server);
  return { server, asked };
}

const read = async (url: string, options: AdminApiOptions = {}, fetching: FetcherOptions = {}) =>
  readAdminApi(url, createFetcher({ timeout: 2_000, ...fetching }), options);
const codesOf = (result: Awaited<ReturnType<typeof read>>) =>
  result.ok ? [] : [...new Set(result.problems.map(({ code }) => code))];

describe('a running gateway', () => {
  it('is read page by page, by GET alone, with the token for it alone', async () => {
    const pages = (url: URL) => {
      const at = Number(url.searchParams.get('offset') ?? '0');
      return {
        data: [{ id: `${at}` }],
        next: at < 3 ? `/routes?offset=${at + 1}` : null,
        offset: at < 3 ? `${at + 1}` : undefined,
      };
    };
    const { server, asked } = await gateway({ '/routes': pages });
    const result = await read(server.origin, { token: () => TOKEN });
    expect(codesOf(result)).toEqual([]);
    const names = result.ok ? result.pages.map(({ name }) => name.slice(server.origin.length)) : [];
    expect(names.filter((name) => name.startsWith('/routes'))).toEqual([
      '/routes?size=1000',
      '/routes?size=1000&offset=1',
      '/routes?size=1000&offset=2',
      '/routes?size=1000&offset=3',
    ]);
    expect([...new Set(asked.map(({ method, token }) => `${method} ${token}`))]).toEqual([`GET ${TOKEN}`]);
    expect(JSON.stringify(result)).not.toContain(TOKEN);
  });

  it('is read in every workspace, unless one is named', async () => {
    const answers = {
      '/workspaces': { data: [{ name: 'default' }, { name: 'a b' }], next: null },
      '/a%20b/kong': INFORMATION,
    };
    const { server, asked } = await gateway(answers);
    expect(codesOf(await read(server.origin))).toEqual([]);
    const paths = () => new Set(asked.map(({ url }) => url.split('?')[0]));
    expect([paths().has('/default/routes'), paths().has('/a%20b/routes')]).toEqual([true, true]);
    asked.length = 0;
    const one = await read(server.origin, { workspace: 'a b' });
    expect(one.ok && one.notes.join(' ')).toContain('Only the workspace a b was read');
    expect([paths().has('/default/routes'), paths().has('/a%20b/routes')]).toEqual([false, true]);
  });

  it('asks for smaller pages where one is too large', async () => {
    const large = (url: URL) => {
      const size = Number(url.searchParams.get('size'));
      return { data: [{ id: 'a', cert: 'x'.repeat(size > 100 ? 1_100_000 : 1) }], next: null };
    };
    const { server, asked } = await gateway({ '/services': large });
    expect(codesOf(await read(server.origin))).toEqual([]);
    expect(asked.filter(({ url }) => url.startsWith('/services')).map(({ url }) => url)).toEqual([
      '/services?size=1000',
      '/services?size=100',
    ]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, AdminApiOptions, readonly string[]]>([
    ['without a token', { '/': 401 }, {}, ['admin-api-unauthorized']],
    ['with a token that is not taken', { '/': 401 }, { token: () => TOKEN }, ['admin-api-unauthorized']],
    ['with a token that may not read routes', { '/routes': 403 }, { token: () => TOKEN }, ['admin-api-forbidden']],
    ['with a token that may not read credentials', { '/jwts': 403 }, { token: () => TOKEN }, ['admin-api-forbidden']],
    ['that is a proxy', { '/': 404 }, {}, ['admin-api-not-found']],
    ['without that workspace', { '/none/kong': 404 }, { workspace: 'none' }, ['admin-api-workspace-missing']],
    ['that is something else', { '/': {} }, {}, ['admin-api-not-kong']],
    ['that is a page', { '/': '<html>' }, {}, ['admin-api-unreadable']],
    ['that is a page further on', { '/routes': '<html>' }, {}, ['admin-api-unreadable']],
    ['whose listing is cut', { '/routes': '{"data": [' }, {}, ['admin-api-unreadable']],
    ['whose listing is deep', { '/routes': `{"data": ${'['.repeat(900)}` }, {}, ['admin-api-unreadable']],
    ['whose plugin is not enabled', { '/key-auths': 404 }, {}, []],
    ['whose empty lists are objects', { '/routes': { data: {}, next: null } }, {}, []],
    [
      'whose pages loop',
      { '/routes': { data: [], next: '/routes?offset=x', offset: 'x' } },
      {},
      ['admin-api-pages-loop'],
    ],
    [
      'that names a next page elsewhere',
      { '/routes': { data: [], next: 'http://evil.test/?offset=x' } },
      {},
      ['admin-api-pages-loop'],
    ],
    ['that fails', { '/routes': 500 }, {}, ['http-server-error']],
  ])('%s', async (_, answers, options, wanted) => {
    const { server, asked } = await gateway(answers);
    const result = await read(server.origin, options);
    expect(codesOf(result)).toEqual(wanted);
    for (const { hint, place } of result.ok ? [] : result.problems) {
      expect((hint ?? '').length).toBeGreaterThan(10);
      expect(place?.url ?? '').toContain(server.origin);
    }
    expect(JSON.stringify(result)).not.toContain(TOKEN);
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('ends after so many pages, whatever it names', async () => {
    let at = 0;
    const { server, asked } = await gateway({ '/routes': () => ({ data: [], next: 'x', offset: `${at++}` }) });
    expect(codesOf(await read(server.origin, {}, { timeout: 30_000 }))).toEqual(['admin-api-too-many-pages']);
    expect(asked.filter(({ url }) => url.startsWith('/routes')).length).toBe(1000);
  }, 60_000);

  it.each<[string, string, string]>([
    ['plain HTTP to another machine', 'http://10.0.0.1:8001', 'http-not-loopback'],
    ['a metadata service', 'https://169.254.169.254', 'address-never'],
    ['no URL', 'kong', 'admin-api-url'],
    ['a query', 'http://localhost:8001/?x=1', 'admin-api-url'],
    ['a page of Konnect', 'https://eu.api.konghq.com/v2/portals', 'konnect-url'],
    ['a name before the host', 'http://admin:secret@127.0.0.1:8001', 'url-user-info-refused'],
  ])('%s is not asked', async (_, url, code) => {
    const result = await read(url, { token: () => TOKEN }, { timeout: 500 });
    expect(codesOf(result)).toEqual([code]);
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

describe('the token', () => {
  it('is sent to the origin that it belongs to, and to no other', async () => {
    const { server, asked } = await gateway();
    const fetchJson = createFetcher({ timeout: 2_000 });
    const credential = { header: 'Kong-Admin-Token', reveal: () => TOKEN };
    for (const origin of [server.origin, 'http://127.0.0.1:1', 'https://elsewhere.test'])
      await fetchJson(`${server.origin}/`, { namedBy: 'person', credential: { ...credential, origin } });
    expect(asked.map(({ token }) => token)).toEqual([TOKEN, undefined, undefined]);
  });
});

describe('a gateway that is too large', () => {
  it('is not read on behind 64 MiB', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ data: [{ id: 'x'.repeat(1_000_000) }], next: null }));
    let asked = 0;
    const result = await readAdminApi('http://localhost:8001', async (url) => {
      asked++;
      const isRoot = url.endsWith('/');
      const page = isRoot ? JSON.stringify(INFORMATION) : undefined;
      const offset = new TextEncoder().encode(`{"data": [], "offset": "${asked}", "pad": "${'x'.repeat(1_000_000)}"}`);
      const answer = page === undefined ? (url.includes('/routes') ? offset : bytes) : new TextEncoder().encode(page);
      const fetched = { url, startedAt: 0, endedAt: 0, stages: [], attempts: 1 };
      return { ...fetched, document: { url, status: 200, contentType: undefined, headers: [], bytes: answer } };
    });
    expect(codesOf(result)).toEqual(['config-too-large']);
    expect(asked).toBeLessThan(100);
  });
});

describe('a control plane of Konnect', () => {
  const ID = '11111111-2222-4333-8444-555555555555';
  const plane = (more: object = {}) => ({
    id: ID,
    name: 'prod',
    config: { cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE', ...more },
  });

  /** Konnect answers from memory: its address is public, and no test goes there. */
  async function ask(url: string, answers: Readonly<Record<string, unknown>>) {
    const asked: string[] = [];
    const tokens = new Set<string>();
    const result = await readAdminApi(
      url,
      async (asking, { credential }) => {
        asked.push(asking);
        tokens.add(`${credential?.origin} ${credential?.header} ${credential?.reveal()}`);
        const { pathname } = new URL(asking);
        const body = answers[pathname] ?? { data: [], next: null };
        const fetched = { url: asking, startedAt: 0, endedAt: 0, stages: [], attempts: 1 };
        const bytes = new TextEncoder().encode(JSON.stringify(body));
        return { ...fetched, document: { url: asking, status: 200, contentType: undefined, headers: [], bytes } };
      },
      { token: () => TOKEN },
    );
    return { result, asked, tokens };
  }

  it.each<[string, string]>([
    ['by name', 'https://eu.api.konghq.com/v2/control-planes/prod'],
    ['by name, as decK has the address', 'https://eu.api.konghq.com/v2/control-planes/prod/core-entities/'],
    ['by id', `https://eu.api.konghq.com/v2/control-planes/${ID}`],
    ['as the only one', 'https://eu.api.konghq.com'],
  ])('%s', async (_, url) => {
    const answers = { '/v2/control-planes': { data: [plane()] }, [`/v2/control-planes/${ID}`]: plane() };
    const { result, asked, tokens } = await ask(url, answers);
    expect(codesOf(result)).toEqual([]);
    expect(asked).toContain(`https://eu.api.konghq.com/v2/control-planes/${ID}/core-entities/routes?size=1000`);
    expect([...tokens]).toEqual([`https://eu.api.konghq.com Authorization Bearer ${TOKEN}`]);
  });

  it('that is a group is read with all its members', async () => {
    const answers = {
      '/v2/control-planes': { data: [plane({ cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE_GROUP' })] },
      [`/v2/control-planes/${ID}/group-memberships`]: { data: [{ id: 'a' }, { id: 'b' }] },
    };
    const { asked } = await ask('https://eu.api.konghq.com/v2/control-planes/prod', answers);
    expect(asked.filter((url) => url.includes('/routes'))).toEqual(
      ['a', 'b'].map((id) => `https://eu.api.konghq.com/v2/control-planes/${id}/core-entities/routes?size=1000`),
    );
  });

  it.each<[string, readonly object[], string]>([
    ['that is not there', [], 'konnect-control-plane-missing'],
    ['that is one of several', [plane(), { ...plane(), name: 'test' }], 'konnect-control-plane-unclear'],
  ])('%s', async (_, data, code) => {
    const { result } = await ask('https://eu.api.konghq.com', { '/v2/control-planes': { data } });
    expect(codesOf(result)).toEqual([code]);
  });
});
