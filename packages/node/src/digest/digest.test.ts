import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { fewDigests } from './index.ts';

it.each([
  ['sha256', 10],
  ['sha256', 16_383],
  ['sha256', 16_384],
  ['sha1', 10],
  ['sha384', 10],
  ['sha512', 10],
] as const)('%s of %i octets is OpenSSL’s', (hash, length) => {
  const data = randomBytes(length);
  expect([...fewDigests.digest(hash, data)]).toEqual([...createHash(hash).update(data).digest()]);
});
