import { inspect } from 'node:util';
import { createCrypto } from '@why401/node';
import { describe, expect, it } from 'vitest';
import { Secret } from './index.ts';

const canary = 'canary-4711-of-the-secret';
const secret = Secret.ofText(canary);

describe('Secret', () => {
  it.each([
    ['string', () => `${secret}`],
    ['concatenation', () => String(secret)],
    ['JSON', () => JSON.stringify({ secret, list: [secret] })],
    ['inspect', () => inspect({ secret }, { depth: 9, showHidden: true })],
    ['own members', () => JSON.stringify([Object.entries(secret), Object.getOwnPropertyNames(secret)])],
    ['spread', () => JSON.stringify({ ...secret })],
    ['fingerprint', () => secret.fingerprint(createCrypto())],
  ])('shows nothing as %s', (_, print) => {
    expect(print()).not.toContain('canary');
    expect(print()).not.toContain('99,97,110');
  });

  it('tells its length and its fingerprint', () => {
    expect(`${secret}`).toBe('<secret, 25 bytes>');
    expect(Secret.ofText('abc').fingerprint(createCrypto())).toBe('sha256:ba7816bf8f01');
    expect(new TextDecoder().decode(secret.reveal())).toBe(canary);
  });
});
