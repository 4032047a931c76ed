import { describe, expect, it } from 'vitest';
import type { Fetched } from '../ports/index.ts';
import {
  clockSkew,
  evidenceText,
  type IssuerEvidence,
  keysOf,
  maskPrivateKeys,
  metadataOf,
  readEvidence,
} from './index.ts';

const NOW = 1_768_478_400_000;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const answer = (bytes: Uint8Array, headers: readonly (readonly [string, string])[] = []): Fetched => ({
  url: 'https://idp.example/keys',
  startedAt: NOW,
  endedAt: NOW + 250,
  stages: [
    { name: 'dns', outcome: 'pass', ms: 1.5, detail: '192.0.2.1' },
    { name: 'tls', outcome: 'fail', ms: 3, problem: { code: 'tls-expired', message: 'over', hint: 'renew' } },
  ],
  attempts: 1,
  address: { ip: '192.0.2.1', port: 443, via: 'direct' },
  tls: {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    chain: [
      { subject: 'CN=a', issuer: 'CN=b', names: ['DNS:a'], notBefore: NOW, notAfter: NOW + 1, fingerprint: 'AA' },
    ],
  },
  document: { url: 'https://idp.example/keys', status: 200, contentType: 'application/json', headers, bytes },
  problem: { stage: 'tls', code: 'tls-expired', message: 'over', hint: 'renew' },
});
const evidence = (fetched: Fetched): IssuerEvidence => ({
  issuer: 'https://idp.example',
  documents: [{ role: 'jwks', fetched }],
  missing: [{ code: 'jwks-uri-missing', message: 'no' }],
});

describe('evidence', () => {
  it.each([
    ['text', encode('{"keys":[]}')],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)],
    ['no UTF-8', Uint8Array.of(0xff, 0x00, 0xfe)],
    ['nothing', new Uint8Array()],
  ])('comes back as it was: %s', (_, bytes) => {
    const kept = evidence(answer(bytes, [['date', 'Thu, 15 Jan 2026 12:00:00 GMT']]));
    const back = readEvidence(encode(evidenceText(kept)));
    expect(back).toEqual({ ok: true, value: kept });
  });

  it('keeps no cookie and no private key', () => {
    const set =
      '{"keys":[{"kty":"RSA","n":"abcd","d":"secret-one","p":["secret-two"]},{"kty":"oct","k":"secret-three"}]}';
    const text = evidenceText(evidence(answer(encode(set), [['set-cookie', 'secret-four']])));
    expect(text).not.toContain('secret-');
    expect(text).toContain('abcd');
  });

  it.each([
    ['', 'evidence-unreadable'],
    ['[]', 'evidence-unreadable'],
    ['{}', 'evidence-unreadable'],
    ['{"why401Evidence":2}', 'evidence-version'],
    ['{"why401Evidence":"1"}', 'evidence-version'],
  ])('%s', (text, code) => {
    const read = readEvidence(encode(text));
    expect(read.ok ? undefined : read.problem.code).toBe(code);
  });

  it.each([
    '{"why401Evidence":1}',
    '{"why401Evidence":1,"documents":5,"missing":[1]}',
    '{"why401Evidence":1,"documents":[{"role":"jwks","fetched":{"document":{"headers":[1,[2],["a"]]},"stages":[{"name":"x"}],"tls":{"chain":[{}]}}}]}',
  ])('is read whatever is missing: %s', (text) => {
    expect(readEvidence(encode(text)).ok).toBe(true);
  });

  it('never takes a stage for passed that does not say so', () => {
    const text =
      '{"why401Evidence":1,"documents":[{"role":"jwks","fetched":{"stages":[{"name":"tls","outcome":"fine"}]}}]}';
    const read = readEvidence(encode(text));
    expect(read.ok && read.value.documents[0]?.fetched.stages[0]?.outcome).toBe('unknown');
  });

  it('knows which document counts', () => {
    const [bad, good] = [answer(encode('no')), { ...answer(encode('{}')), problem: undefined }];
    const { problem: _, ...fine } = good;
    const tried: IssuerEvidence = {
      issuer: '',
      missing: [],
      documents: [
        { role: 'openid-configuration', fetched: bad },
        { role: 'oauth-authorization-server', fetched: fine },
      ],
    };
    expect(metadataOf(tried)?.role).toBe('oauth-authorization-server');
    expect(keysOf(tried)).toBeUndefined();
  });
});

describe('maskPrivateKeys', () => {
  it.each([
    ['{"keys":[{"d":"abc","n":"xyz"}]}', '{"keys":[{"d":"AAA","n":"xyz"}]}'],
    ['{"kty":"oct","k":"abc"}', '{"kty":"oct","k":"AAA"}'],
    ['{"keys":[{"oth":[{"r":"x","d":"y"}],"d":""}]}', '{"keys":[{"oth":"AA","d":""}]}'],
    ['{"d":"one","d":"two"}', '{"d":"AAA","d":"AAA"}'],
    ['{"keys":[{"x":{"d":"kept"}}],"claims":{"k":"kept"}}', '{"keys":[{"x":{"d":"kept"}}],"claims":{"k":"kept"}}'],
    ['not json', 'not json'],
  ])('%s', (text, wanted) => expect(maskPrivateKeys(text)).toBe(wanted));
});

describe('clockSkew', () => {
  const skew = (date: string, age?: string): number | undefined =>
    clockSkew(answer(new Uint8Array(), [['date', date], ...(age === undefined ? [] : [['age', age] as const])]))
      ?.seconds;
  it.each<readonly [date: string, age: string | undefined, seconds: number | undefined]>([
    ['Thu, 15 Jan 2026 12:00:00 GMT', undefined, 0],
    ['Thu, 15 Jan 2026 11:59:59 GMT', undefined, 0],
    ['Thu, 15 Jan 2026 12:02:00 GMT', undefined, 120],
    ['Thu, 15 Jan 2026 11:58:00 GMT', undefined, -119],
    ['Thu, 15 Jan 2026 11:58:00 GMT', '120', 0],
    ['Thu, 15 Jan 2026 11:58:00 GMT', 'x', undefined],
    ['soon', undefined, undefined],
  ])('%s, age %s', (date, age, seconds) => expect(skew(date, age)).toBe(seconds));
});
