import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectLines, needlesOf, SIGNATURES, scanFailures, scanLines, signaturesFor } from './index.ts';
import { textOf } from './lines.ts';
import { createMatcher } from './matcher.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Few letters, so that there is something to find. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n', ' '), minLength: 3, maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\n', ' ', 'c'), maxLength: 400 });

const naive = (whole: string, words: readonly string[], from: number): number => {
  const found = words.map((one) => whole.indexOf(one, from)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
};

describe('createMatcher', () => {
  it('finds what a plain search finds', () => {
    fc.assert(
      fc.property(text, fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(20), (whole, words, from) => {
        expect(createMatcher(words).find(bytesOf(whole), from, whole.length)).toBe(naive(whole, words, from));
      }),
      { numRuns: 2000, seed: 8 },
    );
  });
  it('finds nothing without a literal', () => expect(createMatcher([]).find(bytesOf('abc'), 0, 3)).toBe(-1));
});

describe('scanLines', () => {
  const linesOf = (whole: string, words: readonly string[], size: number): readonly [string, number][] => {
    const found: [string, number][] = [];
    const scanner = scanLines(words, {
      line: (bytes, from, to, at) => found.push([textOf(bytes, from, to), at]),
    });
    const bytes = bytesOf(whole);
    const piece = new Uint8Array(size);
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size);
      piece.set(part);
      scanner.push(piece.subarray(0, part.length));
    }
    scanner.end();
    return found;
  };
  it('finds the same lines in pieces of any size', () => {
    const noBreak = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(
        text,
        fc.array(noBreak, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 50 }),
        (whole, words, size) => {
          let at = 0;
          const wanted = whole.split('\n').flatMap((line): [string, number][] => {
            const from = at;
            at += line.length + 1;
            return words.some((one) => line.includes(one)) ? [[line, from]] : [];
          });
          expect(linesOf(whole, words, size)).toEqual(wanted);
        },
      ),
      { numRuns: 1000, seed: 8 },
    );
  });
  it('lets a line without an end not fill the memory', () => {
    const found = linesOf(`${'x'.repeat(3_000_000)}needle\n`, ['needle'], 65_536);
    expect(found).toHaveLength(1);
    expect(found[0]?.[0].length).toBeLessThan(1_200_000);
  });
});

const line = (index: number, message: string): string =>
  `2026/11/24 20:48:01 [error] 1#1: *${index} ${message}, client: 10.0.0.1, server: kong, request: "GET / HTTP/1.1", request_id: "${index.toString(16).padStart(32, '0')}"\n`;
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';

describe('scanFailures', () => {
  it('remembers the newest, counts requests, and says how many it let go', () => {
    const scanner = scanFailures('error.log');
    for (let index = 0; index < 12_000; index++) {
      const id = (index * 2 ** 30).toString(16).padStart(13, '0').padEnd(32, '0');
      const one = line(index, REFUSED).replace(/[0-9a-f]{32}/, id);
      scanner.push(bytesOf(one + one));
    }
    scanner.end();
    const { newest, requests, letGo } = scanner.failures();
    expect([requests, letGo, newest.length]).toEqual([12_000, 5000, 64]);
    expect(newest.at(-1)?.text).toContain('*11999 ');
    expect(newest[0]?.text).toContain('*11968 ');
  });
  it('gives the offset of each line', () => {
    const scanner = scanFailures();
    const quiet = 'nothing to see here, move along\n';
    scanner.push(bytesOf(quiet + line(7, REFUSED)));
    scanner.end();
    expect(scanner.failures().newest).toMatchObject([
      { place: { from: quiet.length, to: quiet.length + line(7, REFUSED).length - 1 } },
    ]);
  });

  it.each([
    ['an error of Kong', line(1, 'upstream prematurely closed connection while reading response header from upstream')],
    ['DNS', line(1, '[lua] init.lua:381: execute(): DNS resolution failed: dns server error: 3 name error. Tried: []')],
    ['an access line', '1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 502 1 "-" "-"'],
    ['no HTTP', '1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 009 7 "-" "-"'],
    ['TLS on a plain port', '1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "\\x16\\x03\\x01" 400 1 "-" "-"'],
    ['an entry', '{"response":{"status":504}}'],
    ['an entry of a plain-text answer', '{"response":{"status":9,"size":1}}'],
    ['an entry with blanks', '{"response": {"status": 401}}'],
    ['an entry in CSV', '"{""response"":{""status"":502}}",x'],
    ['an entry in a string', JSON.stringify({ log: '{"response":{"status":502}}' })],
  ])('finds %s', (_, one) => {
    const scanner = scanFailures();
    scanner.push(bytesOf(`${one}\n`));
    scanner.end();
    expect(scanner.failures().newest).toHaveLength(1);
  });
  it.each([
    ['a success', '1.1.1.1 - - [24/Nov/2026:20:48:02 +0000] "GET / HTTP/1.1" 200 1 "-" "-"'],
    ['an entry of a success', '{"response":{"status":200},"upstream_status":"200"}'],
    ['a notice', '2026/11/24 20:48:01 [notice] 1#1: signal process started'],
  ])('passes over %s', (_, one) => {
    const scanner = scanFailures();
    scanner.push(bytesOf(`${one}\n`));
    scanner.end();
    expect(scanner.failures().newest).toEqual([]);
  });
  it('looks for less where the kind of log is known', () => {
    expect(signaturesFor(new Set(['entry'])).length).toBeLessThan(SIGNATURES.length);
    expect(signaturesFor(new Set(['other']))).toBe(SIGNATURES);
    expect(Math.min(...SIGNATURES.map(({ length }) => length))).toBeGreaterThanOrEqual(9);
  });
});

describe('collectLines', () => {
  const asked = {
    how: 'request-id',
    requestId: 'f'.repeat(32),
    method: 'GET',
    target: '/orders?x=1',
    client: null,
    connection: '1#1*77',
  } as const;
  it('looks for id, connection, path and the seconds in every spelling', () => {
    const needles = needlesOf(
      { ...asked, from: Date.UTC(2026, 10, 24, 20, 48, 59), to: Date.UTC(2026, 10, 24, 20, 49, 0) },
      ['/v1/orders'],
    );
    expect(needles).toEqual({
      id: ['f'.repeat(32)],
      connection: [': *77 '],
      near: ['/orders', '/v1/orders', ':48:58', ':48:59', ':49:00', ':49:01'],
    });
  });
  it('looks into the ends of a long request only', () => {
    const { near } = needlesOf({ ...asked, from: 0, to: 3_000_000 });
    expect(near).toHaveLength(21);
  });
  it('keeps lines with the id, however many others there are', () => {
    const collector = collectLines({ id: ['needle-id'], connection: [': *77 '], near: ['common-path'] });
    const filler = `common-path ${'x'.repeat(1000)}\n`;
    const sameConnection = `2026/11/24 20:48:59 [error] 1#1: *77 another ${'x'.repeat(1000)}\n`;
    for (let index = 0; index < 3000; index++) collector.push(bytesOf(filler));
    for (let index = 0; index < 9000; index++) collector.push(bytesOf(sameConnection));
    collector.push(bytesOf('first needle-id\n'));
    collector.end();
    const { lines, letGo } = collector.collected();
    expect(lines.at(-1)?.text).toBe('first needle-id');
    expect(letGo).toBeGreaterThan(1000);
    expect(lines.reduce((sum, one) => sum + one.text.length, 0)).toBeLessThan(2.5 * 1024 * 1024);
  });
});
