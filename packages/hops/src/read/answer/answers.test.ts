import { describe, expect, it } from 'vitest';
import { FAILURES, failureIn, readAnswers } from './index.ts';

describe('failures of clients', () => {
  it.each(FAILURES.map(({ example, error }) => [example, error] as const))('%s', (example, error) => {
    expect(failureIn(`${example}\n`)?.error).toBe(error);
  });
  it('are not looked for in bodies', () => {
    const { exchanges } = readAnswers('HTTP/1.1 500 X\r\n\r\nconnect: Connection refused\n');
    expect(exchanges[0]?.answer).toMatchObject({ status: 500, error: null });
  });
});

const TOKEN = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.${'c'.repeat(43)}`;

describe('readAnswers', () => {
  it('reads curl -v with its request, masked', () => {
    const text = [
      '* Connected to api.test (10.0.0.1) port 8443 (#0)',
      '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384',
      `> GET /o?jwt=${TOKEN} HTTP/1.1`,
      '> Host: API.test:8443',
      `> Authorization: Bearer ${TOKEN}`,
      '> Cookie: sid=canary',
      '>',
      '< HTTP/1.1 401 Unauthorized',
      '< Set-Cookie: sid=canary; Path=/',
      '<',
      '{"message":"Unauthorized"}',
    ].join('\r\n');
    const { exchanges } = readAnswers(text);
    expect(exchanges).toMatchObject([
      {
        request: { method: 'GET', scheme: 'https', host: 'api.test', port: 8443, target: '/o?jwt=[redacted]' },
        answer: { status: 401, reason: 'Unauthorized', body: '{"message":"Unauthorized"}', error: null },
      },
    ]);
    expect(exchanges[0]?.request?.headers).toContainEqual(['authorization', 'Bearer [redacted]']);
    expect(JSON.stringify(exchanges)).not.toMatch(/canary|eyJ[ab]/);
  });

  const page = '<html>\r\n<center>nginx</center>\r\n</html>\r\n';
  it.each([
    ['curl -i', `HTTP/1.1 502 Bad Gateway\r\nContent-Length: ${page.length}\r\n\r\n${page}`],
    ['curl -v', `< HTTP/1.1 502 Bad Gateway\r\n< Content-Length: ${page.length}\r\n<\r\n${page}`],
    [
      'curl -v -w',
      `< HTTP/1.1 502 Bad Gateway\n< Content-Length: ${page.length}\n<\n${page.replaceAll('\r', '')}\ntime_total: 1.25\n`,
    ],
  ])('keeps the octets of a body: %s', (_, text) => {
    expect(readAnswers(text).exchanges[0]?.answer).toMatchObject({ body: page, bodyBytes: page.length });
  });

  it.each([
    ['time_total: 60.061', 60_061],
    ['real\t1m0.250s', 60_250],
  ])('reads how long it took: %s', (told, ms) => {
    expect(readAnswers(`HTTP/1.1 504 X\r\nContent-Length: 0\r\n\r\n\n${told}\n`).exchanges[0]?.answer?.elapsedMs).toBe(
      ms,
    );
  });

  it('takes the last answer of a redirect, and no interim one', () => {
    const { exchanges } = readAnswers(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 301 X\r\nLocation: /y\r\n\r\nHTTP/1.1 404 Y\r\n\r\n',
    );
    expect(exchanges.map(({ answer }) => answer?.status)).toEqual([301, 404]);
  });

  it('says that an answer stopped in between', () => {
    const { exchanges } = readAnswers(
      'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nab\ncurl: (18) transfer closed with 98 bytes remaining to read\n',
    );
    expect(exchanges[0]?.answer).toMatchObject({ status: 200, error: 'incomplete body' });
  });

  it('reads a HAR, and names one without responses', () => {
    const request = { method: 'GET', url: 'https://a.test/x', headers: [] };
    const response = {
      status: 502,
      statusText: 'Bad Gateway',
      httpVersion: 'HTTP/1.1',
      headers: [],
      content: { text: 'x' },
    };
    const har = (entry: object) => JSON.stringify({ log: { entries: [entry] } });
    expect(readAnswers(har({ request, response })).exchanges[0]).toMatchObject({
      request: { target: '/x' },
      answer: { status: 502 },
    });
    expect(readAnswers(har({ request })).problems.map(({ code }) => code)).toContain('har-without-responses');
  });
});
