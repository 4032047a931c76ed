import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateValidity, validityOf } from './certificate.ts';

const tlv = (tag: number, ...contents: readonly (Uint8Array | string)[]): Uint8Array => {
  const content = Buffer.concat(contents.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)));
  const { length } = content;
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
};

const empty = tlv(0x30);
const certificate = (validity: Uint8Array, version: readonly Uint8Array[] = [tlv(0xa0, tlv(2, '\x02'))]): Uint8Array =>
  tlv(0x30, tlv(0x30, ...version, tlv(2, '\x01'), empty, empty, validity, tlv(0x30, 'x'.repeat(300))), empty);

const times = (first: Uint8Array, second: Uint8Array) => tlv(0x30, first, second);
const utc = (text: string) => tlv(0x17, text);
const general = (text: string) => tlv(0x18, text);
const at = (text: string) => Date.parse(text);

describe('validity of a certificate', () => {
  it.each([
    ['two digits', utc('250101000000Z'), utc('260101000000Z'), at('2025-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z')],
    [
      'the last century',
      utc('500101000000Z'),
      utc('491231235959Z'),
      at('1950-01-01T00:00:00Z'),
      at('2049-12-31T23:59:59Z'),
    ],
    [
      'four digits',
      utc('250101000000Z'),
      general('20500101000000Z'),
      at('2025-01-01T00:00:00Z'),
      at('2050-01-01T00:00:00Z'),
    ],
    ['no end', utc('250101000000Z'), general('99991231235959Z'), at('2025-01-01T00:00:00Z'), Number.POSITIVE_INFINITY],
  ])('reads %s', (_, first, second, notBefore, notAfter) => {
    expect(validityOf(certificate(times(first, second)))).toEqual({ notBefore, notAfter });
    expect(validityOf(certificate(times(first, second), []))).toEqual({ notBefore, notAfter });
  });

  const good = certificate(times(utc('250101000000Z'), utc('260101000000Z')));

  it.each([
    ['nothing', new Uint8Array()],
    ['no certificate', Buffer.from('hello')],
    ['one time', certificate(tlv(0x30, utc('250101000000Z')))],
    ['a time without Z', certificate(times(utc('250101000000'), utc('260101000000Z')))],
    ['a month 13', certificate(times(utc('250101000000Z'), utc('261301000000Z')))],
    ['no validity', tlv(0x30, tlv(0x30, tlv(2, '\x01'), empty, empty))],
    ['an indefinite length', Buffer.concat([Buffer.from([0x30, 0x80]), good.subarray(4)])],
    ['a length beyond its end', good.subarray(0, 30)],
  ])('refuses %s', (_, der) => {
    expect(validityOf(der)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void certificateValidity(text)));
    fc.assert(fc.property(fc.uint8Array(), (der) => void validityOf(der)));
    const damaged = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    fc.assert(
      fc.property(damaged, ([index, octet]) => void validityOf(Uint8Array.from(good).fill(octet, index, index + 1))),
    );
  });
});

describe('validity of published certificates', () => {
  const folder = `${process.env.WHY401_TESTDATA}/jwks`;

  it.skipIf(!existsSync(folder))('is what OpenSSL reads', () => {
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const chains = texts.flatMap((text) =>
      [...text.matchAll(/"x5c"\s*:\s*\[\s*"([^"]+)"/g)].map(([, first]) => first ?? ''),
    );
    let compared = 0;
    for (const base64 of new Set(chains)) {
      let parsed: X509Certificate;
      try {
        parsed = new X509Certificate(Buffer.from(base64, 'base64'));
      } catch {
        continue;
      }
      const { validFrom, validTo } = parsed;
      const read = certificateValidity(base64);
      if (read === undefined && !/^[\w+/]+=*$/.test(base64)) continue;
      expect(read).toEqual({ notBefore: Date.parse(validFrom), notAfter: Date.parse(validTo) });
      compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });
});
