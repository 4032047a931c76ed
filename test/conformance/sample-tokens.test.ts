import { readKeys } from '@why401/core/keys';
import { judgeToken } from '@why401/core/verdict';
import { createCrypto } from '@why401/node';
import { NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { type Sample, type SampleKey, samples, samplesAreThere } from './sample-tokens.ts';

const crypto = createCrypto();

function outcomeWith(token: string, { text, encoding }: SampleKey) {
  const options = encoding === 'key' ? {} : ({ expect: 'secret', secretEncoding: encoding } as const);
  const { keys } = readKeys(text, crypto, options);
  const request = { keys, policy: {}, now: NOW_MS, leeway: 0, issuers: undefined, audiences: undefined };
  return judgeToken(token, request, crypto).signature;
}

const verifies = ({ token, keys }: Sample): boolean => keys.some((key) => outcomeWith(token, key).outcome === 'valid');

/** Refused by the strict reading although the signature is right: each time a diagnosis proves that it is. */
const EXPLAINED: ReadonlySet<string> = new Set([
  // Padding in a segment (golang-jwt has an option to take it).
  'token-reencoded',
  // RSA keys of 1024 bits (the certification of 2016), a kid that no key has.
  'signed-with-other-key',
]);

/** This runtime cannot compute ML-DSA: then nothing may be said. */
const isUndecided = ({ token, keys }: Sample): boolean =>
  keys.some((key) => outcomeWith(token, key).reason === 'runtime-lacks-algorithm');

const isExplained = ({ token, keys }: Sample): boolean =>
  keys.some((key) => outcomeWith(token, key).diagnoses.some(({ id }) => EXPLAINED.has(id)));

const NOT_THERE = 'not there: WHY401_TESTDATA names no folder with tokens';

describe.skipIf(!samplesAreThere)(samplesAreThere ? 'published sample tokens' : NOT_THERE, () => {
  const all = samplesAreThere ? samples() : [];

  it('are there in number', () => {
    expect(all.length).toBeGreaterThan(110);
  });

  it('none verifies that should not', () => {
    expect(all.filter((sample) => !sample.verifies && verifies(sample)).map(({ id }) => id)).toEqual([]);
  });

  it('each that should verify does, or is refused for a reason that is proven', () => {
    const refused = all.filter((sample) => sample.verifies && !verifies(sample));
    const open = refused.filter((sample) => !isExplained(sample) && !isUndecided(sample));
    expect(open.map(({ id }) => id)).toEqual([]);
    const postQuantum = all.filter(({ id }) => id.includes('ML-DSA'));
    expect(postQuantum).toHaveLength(3);
    expect(new Set(postQuantum.map((sample) => verifies(sample) !== isUndecided(sample)))).toEqual(new Set([true]));
    expect(all.filter(verifies).length).toBeGreaterThan(60);
  });
});
