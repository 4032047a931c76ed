import { mintKey, mintToken, signBytes, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const key = mintKey('HS256');
const claims = { text: '???>>>', odd: 'ü~' };
const token = mintToken({ key, claims });
const [header = '', payload = '', signature = ''] = token.split('.');
const standard = (text: string): string => Buffer.from(text, 'base64url').toString('base64');
const [head, body, sign] = [header, payload, signature].map(standard);
const signed = (input: string): string => `${input}.${signBytes('HS256', key, input).toString('base64url')}`;
const twice = (text: string): string => `${header}.${payload}.${Buffer.from(text).toString('base64url')}`;
const mac = Buffer.from(signature, 'base64url');

describe('token-reencoded', () => {
  it.each([
    ['the signature padded', `${token}=`, 'signature', 'padding'],
    ['the whole token in standard base64', `${head}.${body}.${sign}`, '', 'standard base64'],
    ['padding that was signed', signed(`${header}.${payload}==`), 'payload', 'padding'],
    [
      'the standard alphabet that was signed',
      signed(`${header}.${body?.replaceAll('=', '')}`),
      'payload',
      'standard base64',
    ],
    [
      'a line end inside',
      `${header}.${payload}.${signature.slice(0, 9)}\n${signature.slice(9)}`,
      'signature',
      'foreign characters',
    ],
    ['percent-encoded padding', `${token}%3D`, 'signature', 'padding'],
    ['hexadecimal digits', twice(mac.toString('hex')), 'signature', 'hex'],
    ['upper-case hexadecimal digits', twice(mac.toString('hex').toUpperCase()), 'signature', 'hex'],
    ['base64 twice', twice(mac.toString('base64')), 'signature', 'base64 twice'],
    ['base64url twice', twice(signature), 'signature', 'base64 twice'],
  ])('%s', (_, text, part, how) => {
    const verdict = verdictOf(text, key.jwk);
    expect(verdict.outcome).toBe('invalid');
    const [diagnosis] = verdict.diagnoses;
    expect(diagnosis).toMatchObject({ id: 'token-reencoded', data: { how } });
    if (part !== '') expect((diagnosis?.data as { parts: string[] }).parts).toContain(part);
    expect(diagnosis && wordsOf(diagnosis)[0]).toContain(part);
  });

  it('is silent where the signature is wrong as well', () => {
    const ids = verdictOf(`${header}.${payload}A.${signature}=`, key.jwk).diagnoses.map(({ id }) => id);
    expect(ids).not.toContain('token-reencoded');
  });
});
