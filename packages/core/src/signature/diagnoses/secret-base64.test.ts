import { mintToken, secretKey, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const bytes = Buffer.from('fbf0f1f2f3f4f5f6f7f8f9fafbfcfdfe00ff7f80ffeeddccbbaa998877665544', 'hex');
const hex = bytes.toString('hex');
const base64 = bytes.toString('base64');
const base64url = bytes.toString('base64url');

describe('secret-base64', () => {
  it.each([
    ['the text is given, its octets sign', base64, bytes, 'decode base64'],
    ['the same without padding', base64.replaceAll('=', ''), bytes, 'decode base64'],
    ['the same as base64url', base64url, bytes, 'decode base64url'],
    ['the same as hex', hex, bytes, 'decode hex'],
    ['the octets are given, their text signs', bytes, base64, 'encode base64'],
    ['the same without padding', bytes, base64.replaceAll('=', ''), 'encode base64'],
    ['the same as base64url', bytes, base64url, 'encode base64url'],
    ['the same as hex', bytes, hex, 'encode hex'],
    ['the same as HEX', bytes, hex.toUpperCase(), 'encode hex'],
  ])('%s', (_, given, signs, expected) => {
    const token = mintToken({ key: secretKey('HS256', 'k', signs), header: { kid: undefined } });
    const verdict = verdictOf(token, given, {}, { expect: 'secret' });
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'does-not-verify' });
    const [diagnosis] = verdict.diagnoses;
    expect(diagnosis?.id).toBe('secret-base64');
    const { signer, encoding } = diagnosis?.data as { signer: string; encoding: string };
    expect(`${signer} ${encoding}`).toBe(expected);
    expect(diagnosis && wordsOf(diagnosis)).toHaveLength(2);
  });

  it('is silent where the secret is simply another', () => {
    const token = mintToken({ key: secretKey('HS256', 'k', 'another secret'), header: { kid: undefined } });
    expect(verdictOf(token, base64, {}, { expect: 'secret' }).diagnoses).toEqual([]);
  });
});
