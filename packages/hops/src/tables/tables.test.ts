import { describe, expect, it } from 'vitest';
import { ANSWERS, exitLength, lengthsOf } from './answers/index.ts';
import { CAUSE_CODES, causeRow, isCause, TELLTALES } from './causes/index.ts';
import { LINES, signatureOf } from './lines/index.ts';
import { HEADERS, meaningOf, PAGES, pageByLength, pageOf, productsOf } from './products/index.ts';
import { REASONS, reason, reasonText } from './reasons/index.ts';

describe('signatures of lines', () => {
  it.each(LINES.map((row) => [row.code, row] as const))('%s is what its example is', (code, { example, source }) => {
    expect(signatureOf(example)?.signature.code).toBe(code);
    expect(source).not.toBe('');
  });

  it('has each code once', () => {
    expect(new Set(LINES.map(({ code }) => code)).size).toBe(LINES.length);
  });

  it.each([
    // glibc and musl word errno differently; OpenSSL 1.1.1 and 3.x write the function or not.
    ['upstream timed out (110: Operation timed out) while connecting to upstream', 'U-TO-CONN'],
    [
      'SSL_do_handshake() failed (SSL: error:1408F10B:SSL routines:ssl3_get_record:wrong version number) while SSL handshaking to upstream',
      'T-PLAIN',
    ],
    [
      'SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::ssl/tls alert handshake failure:SSL alert number 40) while SSL handshaking to upstream',
      'T-ALERT',
    ],
    [
      'SSL_do_handshake() failed (SSL: error:0A00014D:SSL routines::legacy sigalg disallowed or unsupported) while SSL handshaking to upstream',
      'T-LOCAL',
    ],
    ['upstream sent duplicate header line: "A: 1", previous value: "A: 2" while reading response header', 'U-DUPHDR'],
    ['peer closed connection in SSL handshake while SSL handshaking to upstream', 'T-CLOSED'],
    ['client 127.0.0.1 closed keepalive connection', undefined],
    ['signal process started', undefined],
  ])('%s: %s', (message, code) => expect(signatureOf(message)?.signature.code).toBe(code));
});

describe('causes', () => {
  it.each(CAUSE_CODES)('%s says what it is, who cures it and how it is seen', (code) => {
    const { title, whoCures, check, cure, mayLookLike = [] } = causeRow(code);
    for (const text of [title, whoCures, check, cure]) expect(text).not.toBe('');
    for (const other of mayLookLike) expect([other, isCause(other)]).toEqual([other, true]);
  });
});

describe('telltales of a class', () => {
  it.each(Object.entries(TELLTALES))('%s is known by words of its line', (cause, { code, words }) => {
    expect(isCause(cause)).toBe(true);
    expect(LINES.find((row) => row.code === code)?.example).toContain(words);
  });
});

describe('texts of Kong', () => {
  it.each(ANSWERS.map((row) => [row.text, row] as const))('%s', (text, { source, statuses }) => {
    expect(text.length).toBeGreaterThan(0);
    expect(source).toMatch(/@\d/);
    for (const status of statuses) expect(status).toBeGreaterThanOrEqual(200);
  });

  it.each<[message: string, exit: number, json: number[], plain: number[], html: number[], xml: number[]]>([
    [
      'An invalid response was received from the upstream server',
      71,
      [75, 126],
      [58, 103],
      [220, 210, 266],
      [135, 193],
    ],
    ['The upstream server is timing out', 47, [51, 102], [34, 79], [196, 186, 242], [111, 169]],
    ['name resolution failed', 36, [40, 91], [23, 68], [185, 175, 231], [100, 158]],
    ['Bad request', 25, [29, 80], [12, 57], [174, 164, 220], [89, 147]],
  ])('%s has the lengths that were counted', (message, exit, json, plain, html, xml) => {
    expect(exitLength(message)).toBe(exit);
    expect(lengthsOf(message, 'application/json; charset=utf-8')).toEqual([...json, exit]);
    expect(lengthsOf(message, 'text/plain; charset=utf-8')).toEqual(plain);
    expect(lengthsOf(message, 'text/html; charset=utf-8')).toEqual(html);
    expect(lengthsOf(message, 'application/xml; charset=utf-8')).toEqual(xml);
    expect(lengthsOf(message, 'image/png')).toEqual([]);
  });
});

describe('pages of products', () => {
  it.each(PAGES.map((row) => [row.product, row.source, row] as const))('%s: %s', (product, _, row) => {
    const { example, statuses, means } = row;
    const status = statuses?.[0] ?? Number(Object.keys(means ?? {})[0] ?? 503);
    const found = pageOf(example, Number.isNaN(status) ? 200 : status);
    expect(found?.product).toBe(product);
    expect(found?.body).toBe(row.body);
  });

  it.each(HEADERS.map((row) => [row.header, row.example, row.product] as const))(
    '%s: %s is %s',
    (header, example, product) => {
      expect(productsOf([[header, example]]).map((row) => row.product)).toEqual([product]);
    },
  );

  it.each([
    ['{"message": "request failed in orders"}', 502],
    ['plain words', 503],
    ['<h1>Sorry</h1>', 502],
    ['{"error":"denied by tenant policy"}', 403],
  ])('takes nothing else for one: %s', (body, status) => expect(pageOf(body, status)).toBeUndefined());

  it.each<[number, number, string | null, string | null, string | undefined, string | undefined]>([
    [502, 150, 'nginx', null, 'nginx', 'no-backend'],
    [504, 167, 'nginx/1.22.1', null, 'nginx', 'timeout'],
    [400, 255, 'nginx/1.22.1', null, 'nginx', 'plain-to-tls'],
    [400, 237, 'nginx/1.22.1', null, 'nginx', 'certificate-required'],
    [400, 157, 'nginx/1.22.1', null, 'nginx', 'malformed'],
    [503, 107, null, 'no-cache', 'haproxy', 'no-backend'],
    [503, 107, null, null, undefined, undefined],
    [502, 151, 'nginx', null, undefined, undefined],
    [200, 245, 'nginx', null, 'f5-asm', 'waf'],
  ])('status %i of %i bytes from %s, %s: %s, %s', (status, length, server, cacheControl, product, meaning) => {
    const found = pageByLength({ status, length, server, cacheControl, contentType: 'text/html; charset=UTF-8' });
    expect(found?.page.product).toBe(product);
    expect(found && meaningOf(found.page, status)).toBe(meaning);
  });
});

describe('reasons', () => {
  it('fills what stands in braces', () => {
    expect(reasonText(reason('kong-logged-408'))).toBe(REASONS['kong-logged-408']);
    expect(reasonText(reason('changed-afterwards', { upstream: '200', kong: '503' }))).toContain('answered 200');
    expect(reasonText(reason('kong-text', 'Bad request'))).toBe('Kong’s own text: Bad request');
  });
});
