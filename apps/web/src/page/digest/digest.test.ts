import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { crypto } from './index.ts';

describe('SHA-256 of the page', () => {
  it.each([0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 100_003])(
    'is the runtime’s for %i octets',
    (length) => {
      const data = Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 0xff);
      expect(Buffer.from(crypto.digest('sha256', data)).toString('hex')).toBe(
        createHash('sha256').update(data).digest('hex'),
      );
    },
  );
});
