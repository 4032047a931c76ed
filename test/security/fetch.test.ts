import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Fetched, FetchRequest } from '@why401/core';
import { chooseProxy, createFetcher, type FetcherOptions, MAX_AT_ONCE } from '@why401/node/fetch';
import { mintAuthority, startSecureServer, startServer, startTcpServer, type TestServer } from '@why401/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';

const PERSON: FetchRequest = { namedBy: 'person' };
const opened: TestServer[] = [];
const keep = async (server: Promise<TestServer>): Promise<TestServer> => {
  opened.push(await server);
  return server;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

const fetched = (url: string, options: FetcherOptions = {}, request: FetchRequest = PERSON): Promise<Fetched> =>
  createFetcher({ timeout: 1_000, ...options })(url, request);
const endOf = ({ problem }: Fetched): readonly unknown[] => [problem?.stage, problem?.code];

describe('what may be asked', () => {
  it.each([
    ['not a url', 'url-unreadable'],
    ['//idp.example', 'url-unreadable'],
    ['ftp://127.0.0.1/', 'url-scheme-refused'],
    ['file:///etc/passwd', 'url-scheme-refused'],
    ['data:application/json,{}', 'url-scheme-refused'],
    ['javascript:1', 'url-scheme-refused'],
    ['https://user@127.0.0.1/', 'url-user-info-refused'],
    ['https://user:secret@127.0.0.1/', 'url-user-info-refused'],
    ['https://:secret@127.0.0.1/', 'url-user-info-refused'],
    ['http://10.0.0.1/', 'http-not-loopback'],
    ['http://8.8.8.8/', 'http-not-loopback'],
  ])('%s', async (url, code) => {
    const result = await fetched(url);
    expect(result.problem?.code).toBe(code);
    expect(result.attempts).toBe(0);
    expect(JSON.stringify(result.problem)).not.toContain('secret');
  });

  it('nothing with --offline', async () => {
    const server = await keep(startServer((_, response) => response.end('{}')));
    expect(endOf(await fetched(server.origin, { offline: true }))).toEqual(['url', 'offline']);
    expect(server.connections()).toBe(0);
  });
});

describe('addresses are judged when they are used', () => {
  const answers = (...lists: readonly (readonly string[])[]) => {
    let at = 0;
    return async () => lists[Math.min(at++, lists.length - 1)] ?? [];
  };
  const open = async () => keep(startServer((_, response) => response.end('{}')));

  it('of a name that the person typed, loopback is asked', async () => {
    const { port } = await open();
    const result = await fetched(`http://idp.test:${port}/`, { lookup: answers(['127.0.0.1']) });
    expect(result.document?.status).toBe(200);
    expect(result.address).toEqual({ ip: '127.0.0.1', port, via: 'direct' });
  });

  it.each<readonly [addresses: readonly string[], request: FetchRequest, code: string]>([
    [['169.254.169.254'], PERSON, 'address-never'],
    [['fe80::1%eth0'], PERSON, 'address-never'],
    [['127.0.0.1', '169.254.169.254'], PERSON, 'address-never'],
    [['127.0.0.1'], { namedBy: 'issuer', origin: 'http://idp.test' }, 'address-private'],
    [['::ffff:127.0.0.1'], { namedBy: 'issuer' }, 'address-private'],
    [['0.0.0.0'], PERSON, 'address-special'],
    [['not an address'], PERSON, 'address-never'],
    [[], PERSON, 'dns-not-found'],
  ])('%j, asked for by %j', async (addresses, request, code) => {
    const server = await open();
    const result = await fetched(`http://idp.test:${server.port}/`, { lookup: answers(addresses) }, request);
    expect(result.problem?.code).toBe(code);
    expect(server.connections()).toBe(0);
  });

  it('by each question anew: a name that was public before is not believed', async () => {
    const server = await open();
    const fetchJson = createFetcher({ lookup: answers(['127.0.0.1'], ['169.254.169.254'], ['127.0.0.1']) });
    const url = `http://idp.test:${server.port}/`;
    expect((await fetchJson(url, PERSON)).document?.status).toBe(200);
    expect((await fetchJson(url, PERSON)).problem?.code).toBe('address-never');
    const ofPublicIssuer: FetchRequest = { namedBy: 'issuer', origin: new URL(url).origin };
    expect((await fetchJson(url, ofPublicIssuer)).problem?.code).toBe('address-private');
    expect(server.connections()).toBe(1);
  });

  it("of an issuer's own private origin, and of what --allow-host names", async () => {
    const { port } = await open();
    const url = `http://idp.test:${port}/`;
    const lookup = async () => ['127.0.0.1'];
    const own: FetchRequest = { namedBy: 'issuer', origin: new URL(url).origin, originIsPrivate: true };
    expect((await fetched(url, { lookup }, own)).document?.status).toBe(200);
    const other: FetchRequest = { ...own, origin: 'http://other.test' };
    expect((await fetched(url, { lookup }, other)).problem?.code).toBe('address-private');
    for (const host of ['idp.test', `IDP.test:${port}`]) {
      expect((await fetched(url, { lookup, allowHosts: [host] }, other)).document?.status).toBe(200);
    }
    expect((await fetched(url, { lookup, allowHosts: ['test', 'idp.test:1'] }, other)).problem?.code).toBe(
      'address-private',
    );
  });

  it('of --resolve too', async () => {
    const { port } = await open();
    const resolve = new Map([[`idp.test:${port}`, '127.0.0.1']]);
    expect((await fetched(`http://idp.test:${port}/`, { resolve })).document?.status).toBe(200);
    const bad = new Map([[`idp.test:${port}`, '169.254.169.254']]);
    expect((await fetched(`http://idp.test:${port}/`, { resolve: bad })).problem?.code).toBe('address-never');
  });
});

describe('answers', () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));

  it.each<readonly [name: string, status: number, headers: Record<string, string>, stage: string, code: string]>([
    ['301', 301, { location: 'http://127.0.0.1/' }, 'http', 'redirect-refused'],
    ['302 to a file', 302, { location: 'file:///etc/passwd' }, 'http', 'redirect-refused'],
    ['303', 303, { location: '/loop' }, 'http', 'redirect-refused'],
    ['307', 307, { location: '/loop' }, 'http', 'redirect-refused'],
    ['308', 308, { location: 'http://169.254.169.254/' }, 'http', 'redirect-refused'],
    ['304', 304, {}, 'http', 'http-status'],
    ['204', 204, {}, 'http', 'http-status'],
    ['401', 401, {}, 'http', 'http-unauthorized'],
    ['403', 403, {}, 'http', 'http-forbidden'],
    ['404', 404, {}, 'http', 'http-not-found'],
    ['410', 410, {}, 'http', 'http-status'],
    ['429', 429, {}, 'http', 'http-too-many-requests'],
    ['500', 500, {}, 'http', 'http-server-error'],
    ['502', 502, {}, 'http', 'http-server-error'],
  ])('%s', async (_, status, headers, stage, code) => {
    const server = await keep(
      startServer((__, response) =>
        response.writeHead(status, headers).end(status === 204 || status === 304 ? undefined : 'why'),
      ),
    );
    const result = await fetched(`${server.origin}/loop`);
    expect(endOf(result)).toEqual([stage, code]);
    expect(result.problem?.hint).toBeTruthy();
    expect(server.requests).toEqual(['GET /loop']);
    expect(result.document?.status).toBe(status);
    if (headers.location !== undefined) expect(result.problem?.message).toContain(headers.location);
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x-unknown'])('packed as %s', async (coding) => {
    const server = await keep(
      startServer((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(bomb)),
    );
    expect(endOf(await fetched(server.origin))).toEqual(['body', 'content-encoding-refused']);
  });

  it('asks for plain octets, shows no more than it must, and keeps no connection', async () => {
    let seen: object = {};
    const server = await keep(
      startServer((request, response) => {
        seen = request.headers;
        response.end('{}');
      }),
    );
    await fetched(`${server.origin}/.well-known/openid-configuration?a=b`);
    expect(seen).toEqual({
      host: new URL(server.origin).host,
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'why401',
      connection: 'close',
    });
    expect(server.requests).toEqual(['GET /.well-known/openid-configuration?a=b']);
  });

  it('503 is asked once more, and no other is', async () => {
    let calls = 0;
    const server = await keep(
      startServer((_, response) => {
        calls += 1;
        response.writeHead(calls === 1 ? 503 : 200).end('{}');
      }),
    );
    const result = await fetched(server.origin);
    expect([result.attempts, result.document?.status, server.requests.length]).toEqual([2, 200, 2]);
    const always = await keep(startServer((_, response) => response.writeHead(503).end()));
    expect(endOf(await fetched(always.origin))).toEqual(['http', 'http-unavailable']);
    expect(always.requests.length).toBe(2);
  });

  it('a form with credentials is sent once, whatever happens', async () => {
    const server = await keep(startServer((_, response) => response.writeHead(503).end()));
    const request: FetchRequest = { ...PERSON, post: { form: 'token=t', authorization: 'Basic eDp5' } };
    expect((await fetched(server.origin, {}, request)).problem?.code).toBe('http-unavailable');
    expect(server.requests).toEqual(['POST /']);
  });
});

describe('raw answers', () => {
  const answering = (text: string | Buffer, end = true) =>
    keep(
      startTcpServer((socket) => {
        socket.once('data', () => (end ? socket.end(text) : socket.write(text)));
      }),
    );

  it.each<readonly [name: string, answer: string, stage: string, code: string]>([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'http', 'http-unreadable'],
    ['nothing', '', 'http', 'http-reset'],
    ['half a header', 'HTTP/1.1 200 OK\r\nContent-Ty', 'http', 'http-reset'],
    ['endless headers', `HTTP/1.1 200 OK\r\n${'X-Y: z\r\n'.repeat(10_000)}`, 'http', 'http-headers-too-large'],
    [
      'another protocol',
      'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      'http',
      'http-unreadable',
    ],
    ['cut off', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}', 'body', 'body-cut-off'],
    ['cut in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}', 'body', 'body-cut-off'],
    ['a wrong chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}', 'body', 'body-cut-off'],
    [
      'packed on the way',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
      'body',
      'content-encoding-refused',
    ],
    ['announced too large', 'HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n', 'body', 'body-too-large'],
    [
      'length given twice',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      'http',
      'http-unreadable',
    ],
  ])('%s', async (_, answer, stage, code) => {
    const server = await answering(answer);
    expect(endOf(await fetched(server.origin))).toEqual([stage, code]);
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it.each<readonly [name: string, stage: string, code: string, serve: (write: (text: string) => void) => void]>([
    ['says nothing', 'http', 'http-timeout', () => {}],
    ['stops in the headers', 'http', 'http-timeout', (write) => write('HTTP/1.1 200 OK\r\n')],
    ['stops in the body', 'body', 'body-timeout', (write) => write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{')],
    [
      'drips for ever',
      'body',
      'body-timeout',
      (write) => {
        write('HTTP/1.1 200 OK\r\n\r\n');
        for (let n = 1; n < 100; n += 1) setTimeout(() => write(' '), n * 20).unref();
      },
    ],
    [
      'sends 100 Continue for ever',
      'http',
      'http-timeout',
      (write) => {
        for (let n = 1; n < 100; n += 1) setTimeout(() => write('HTTP/1.1 100 Continue\r\n\r\n'), n * 20).unref();
      },
    ],
  ])('%s: over with the deadline', async (_, stage, code, serve) => {
    const server = await keep(
      startTcpServer(
        (socket) => void socket.once('data', () => serve((text) => !socket.destroyed && socket.write(text))),
      ),
    );
    const from = performance.now();
    expect(endOf(await fetched(server.origin, { timeout: 400 }))).toEqual([stage, code]);
    expect(performance.now() - from).toBeLessThan(650);
    expect(server.connections()).toBe(1);
  });

  it('leaves no connection behind, however it ends', async () => {
    const silent = await keep(startTcpServer((socket) => void socket.resume()));
    const refusing = await keep(
      startTcpServer((socket) => {
        socket.once('data', () => socket.write('HTTP/1.1 404 No\r\nContent-Length: 900\r\n\r\nx'));
      }),
    );
    await Promise.all([fetched(silent.origin, { timeout: 200 }), fetched(refusing.origin)]);
    await vi.waitFor(() => expect([silent.stillOpen(), refusing.stillOpen()]).toEqual([0, 0]), { timeout: 500 });
  });

  it('an endless body is read to the limit, and costs no memory', async () => {
    const piece = Buffer.alloc(64 * 1024, 'a');
    let sent = 0;
    const server = await keep(
      startTcpServer((socket) => {
        const flood = (): void => {
          while (!socket.destroyed && socket.write(piece)) sent += piece.length;
          socket.once('drain', flood);
        };
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
          flood();
        });
      }),
    );
    const before = process.memoryUsage().rss;
    const results = await Promise.all(Array.from({ length: 4 }, () => fetched(server.origin)));
    expect(results.map(endOf)).toEqual(Array.from({ length: 4 }, () => ['body', 'body-too-large']));
    expect(process.memoryUsage().rss - before).toBeLessThan(4 * 20 * 1024 * 1024);
    expect(sent).toBeLessThan(4 * 12 * 1024 * 1024);
  });

  it('at most four at once', async () => {
    let now = 0;
    let most = 0;
    const server = await keep(
      startServer((_, response) => {
        now += 1;
        most = Math.max(most, now);
        setTimeout(() => {
          now -= 1;
          response.end('{}');
        }, 20);
      }),
    );
    const fetchJson = createFetcher();
    const all = await Promise.all(Array.from({ length: 12 }, () => fetchJson(server.origin, PERSON)));
    expect(all.every(({ document }) => document?.status === 200)).toBe(true);
    expect(most).toBe(MAX_AT_ONCE);
  });
});

describe('connections', () => {
  it('is refused where nothing listens, twice', async () => {
    const { port, close } = await startServer(() => {});
    await close();
    const result = await fetched(`http://127.0.0.1:${port}/`);
    expect([...endOf(result), result.attempts]).toEqual(['tcp', 'tcp-refused', 2]);
  });

  it('tries the next address of a name', async () => {
    const { port } = await keep(startServer((_, response) => response.end('{}')));
    const result = await fetched(`http://idp.test:${port}/`, { lookup: async () => ['127.0.0.3', '127.0.0.1'] });
    expect(result.address?.ip).toBe('127.0.0.1');
  });

  const failing = (code: string) => async (): Promise<never> => {
    throw Object.assign(new Error(code), { code });
  };
  it.each([
    ['ENOTFOUND', 'dns-not-found'],
    ['ENODATA', 'dns-not-found'],
    ['EAI_AGAIN', 'dns-failed'],
    ['ESERVFAIL', 'dns-failed'],
  ])('a name server that says %s', async (code, wanted) => {
    expect(endOf(await fetched('https://idp.test/', { lookup: failing(code) }))).toEqual(['dns', wanted]);
  });

  it('a name server that says nothing', async () => {
    const from = performance.now();
    const result = await fetched('https://idp.test/', { timeout: 200, lookup: () => new Promise(() => {}) });
    expect(endOf(result)).toEqual(['dns', 'dns-timeout']);
    expect(performance.now() - from).toBeLessThan(450);
  });
});

const DAY = 86_400_000;
const authority = mintAuthority('why401 test authority');
const middle = authority.intermediate('why401 test intermediate');
const stranger = mintAuthority('a stranger');
const names = ['localhost', '127.0.0.1'];
const good = authority.issue({ names });

describe('certificates', () => {
  const trusting = { ca: [authority.certificate] };
  const lonely = middle.issue({ names });
  const foreign = stranger.issue({ names });
  const asked = async (server: object, options: FetcherOptions = trusting): Promise<readonly [Fetched, TestServer]> => {
    const { port, ...rest } = await keep(startSecureServer(server, (_, response) => response.end('{}')));
    return [await fetched(`https://localhost:${port}/`, options), { port, ...rest }];
  };

  it('a good one', async () => {
    const [result] = await asked(good);
    expect(result.document?.status).toBe(200);
    expect(result.stages.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'url pass',
      'dns pass',
      'tcp pass',
      'tls pass',
      'http pass',
      'body pass',
    ]);
    expect(result.tls?.version).toBe('TLSv1.3');
    expect(result.tls?.chain[0]).toMatchObject({ subject: 'CN=localhost', issuer: 'CN=why401 test authority' });
    expect(result.tls?.chain[0]?.names).toEqual(['DNS:localhost', 'IP Address:127.0.0.1']);
  });

  it('a good one with its intermediate', async () => {
    const [result] = await asked({ ...lonely, cert: lonely.cert + middle.certificate });
    expect(result.document?.status).toBe(200);
  });

  it.each<readonly [name: string, server: object, code: string, options: FetcherOptions]>([
    ['expired', authority.issue({ names, notAfter: Date.now() - DAY }), 'tls-expired', trusting],
    ['not yet valid', authority.issue({ names, notBefore: Date.now() + DAY }), 'tls-not-yet-valid', trusting],
    ['for another name', authority.issue({ names: ['other.test'] }), 'tls-name-mismatch', trusting],
    ['for a name below', authority.issue({ names: ['*.localhost'] }), 'tls-name-mismatch', trusting],
    ['of an unknown authority', { ...foreign, cert: foreign.cert + stranger.certificate }, 'tls-unknown-ca', trusting],
    [
      'of our authority, which nobody named',
      { ...good, cert: good.cert + authority.certificate },
      'tls-unknown-ca',
      {},
    ],
    ['without its intermediate', lonely, 'tls-intermediate-missing', trusting],
    ['signed by itself', stranger.itself(), 'tls-self-signed', trusting],
  ])('one %s', async (_, certificate, code, options) => {
    const [result, server] = await asked(certificate, options);
    expect(endOf(result)).toEqual(['tls', code]);
    expect(result.tls?.chain.length).toBeGreaterThan(0);
    expect(server.requests).toEqual([]);
    expect(result.attempts).toBe(1);
  });

  it('is verified whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    try {
      const [result] = await asked(foreign);
      expect(result.problem?.stage).toBe('tls');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('no TLS at all', async () => {
    const { port } = await keep(startServer((_, response) => response.end('{}')));
    expect(endOf(await fetched(`https://localhost:${port}/`))).toEqual(['tls', 'tls-not-tls']);
  });

  it("the client's own is shown to its origin alone", async () => {
    const mine = authority.issue({ names: ['client'] });
    const server = { ...good, ca: authority.certificate, requestCert: true, rejectUnauthorized: true };
    const { origin, port } = await keep(startSecureServer(server, (_, response) => response.end('{}')));
    const client = { certificate: mine.cert, key: mine.key };
    const without = await fetched(`${origin}/`, trusting);
    expect(without.problem?.code).toBe('tls-client-certificate-wanted');
    expect(
      (await fetched(`${origin}/`, { ...trusting, clientCertificate: { origin, ...client } })).document?.status,
    ).toBe(200);
    const other = { origin: `https://localhost:${port + 1}`, ...client };
    const elsewhere = await fetched(`${origin}/`, { ...trusting, clientCertificate: other });
    expect(elsewhere.problem?.code).toBe('tls-client-certificate-wanted');
  });
});

describe('a proxy', () => {
  const proxied = (proxy: TestServer, url: string, options: FetcherOptions = {}): Promise<Fetched> =>
    fetched(url, {
      ca: [authority.certificate],
      ...options,
      proxy: chooseProxy({}, `http://user:canary@127.0.0.1:${proxy.port}`),
    });

  it('opens a way, decides about addresses, and alone gets its credential', async () => {
    const target = await keep(
      startSecureServer({ ...authority.issue({ names: ['idp.test'] }) }, (request, response) =>
        response.end(JSON.stringify(request.headers)),
      ),
    );
    const heard: string[] = [];
    const proxy = await keep(
      startTcpServer(
        (socket) =>
          void socket.once('data', (data) => {
            heard.push(data.toString());
            socket.write('HTTP/1.1 200 OK\r\n\r\n');
            const way = socket.pipe(connect(target.port, '127.0.0.1').on('error', () => {}));
            way.pipe(socket);
          }),
      ),
    );
    const result = await proxied(proxy, 'https://idp.test/x');
    expect(result.document?.status).toBe(200);
    expect(result.stages.map(({ name }) => name)).toEqual(['url', 'proxy', 'tls', 'http', 'body']);
    expect(result.stages[1]?.detail).toContain('decides about addresses');
    expect(heard[0]).toContain('CONNECT idp.test:443 HTTP/1.1');
    expect(heard[0]).toContain('Basic dXNlcjpjYW5hcnk=');
    expect(new TextDecoder().decode(result.document?.bytes)).not.toContain('dXNlcjpjYW5hcnk');
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it.each([
    ['HTTP/1.1 407 Who are you\r\n\r\n', 'proxy-refused'],
    ['HTTP/1.1 403 No\r\n\r\n', 'proxy-refused'],
    ['', 'proxy-failed'],
  ])('that says %j', async (answer, code) => {
    const proxy = await keep(startTcpServer((socket) => void socket.once('data', () => socket.end(answer))));
    expect(endOf(await proxied(proxy, 'https://idp.test/'))).toEqual(['proxy', code]);
  });

  it.each([
    ['https://169.254.169.254/', 'address-never'],
    ['http://idp.test/', 'http-not-loopback'],
  ])('is not asked for %s', async (url, code) => {
    const proxy = await keep(startTcpServer(() => {}));
    expect(endOf(await proxied(proxy, url))).toEqual(['proxy', code]);
    expect(proxy.connections()).toBe(0);
  });

  const environment = {
    HTTPS_PROXY: 'http://up:1',
    https_proxy: 'http://low:1',
    HTTP_PROXY: 'http://cgi:1',
    NO_PROXY: 'no.test, .sub.test,port.test:8443',
  };
  it.each([
    ['https://idp.test/', 'low:1'],
    ['http://idp.test/', undefined],
    ['https://no.test/', undefined],
    ['https://a.no.test/', undefined],
    ['https://xno.test/', 'low:1'],
    ['https://a.sub.test/', undefined],
    ['https://port.test/', 'low:1'],
    ['https://port.test:8443/', undefined],
    ['https://localhost/', undefined],
    ['https://127.1/', undefined],
    ['https://[::1]/', undefined],
  ])('of the environment, for %s', (url, host) => {
    expect(chooseProxy(environment).proxyFor(new URL(url))?.host).toBe(host);
  });
});
