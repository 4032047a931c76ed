import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCrypto } from '@why401/node';
import { NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { discoveryAgreement, jwksAgreement, tokensAgreement } from '../../scripts/corpus/index.mjs';

const root = process.env['WHY401_TESTDATA'] ?? '';
const crypto = createCrypto();
const isThere = (folder: string): boolean => root !== '' && existsSync(join(root, folder, 'index.json'));
const title = (folder: string): string =>
  isThere(folder) ? folder : `not there: WHY401_TESTDATA names no folder with ${folder}`;

describe.skipIf(!isThere('discovery'))(title('discovery'), () => {
  it('every break is found, nothing else is an error, and what is in good order raises no alarm', () => {
    const { documents, expected, found, missed, unexpected, alarms } = discoveryAgreement(root, crypto, NOW_MS);
    expect({ missed, unexpected, alarms }).toEqual({ missed: [], unexpected: [], alarms: [] });
    expect([documents > 80, expected > 100, found]).toEqual([true, true, expected]);
  });
});

describe.skipIf(!isThere('jwks'))(title('jwks'), () => {
  it('every observation is made, every rotation is seen, and nothing else is an error', () => {
    const { sets, rotations, expected, found, missed, unexpected } = jwksAgreement(root, crypto, NOW_MS);
    expect({ missed, unexpected }).toEqual({ missed: [], unexpected: [] });
    expect([sets > 70, rotations > 15, expected > 100, found]).toEqual([true, true, true, expected]);
  });
});

describe.skipIf(!isThere('tokens'))(title('tokens'), () => {
  it('a signature verifies exactly where the list says so', () => {
    const { tokens, expected, found, missed } = tokensAgreement(root, crypto, NOW_MS);
    expect(missed).toEqual([]);
    expect([tokens > 500, expected > 100, found]).toEqual([true, true, expected]);
  });
});
