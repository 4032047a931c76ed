import { mintKey, mintToken, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const [a, b, c] = [0, 1, 2].map((number) => mintKey('ES256', { number, kid: 'abc'.charAt(number) }));

describe('key-other-kid', () => {
  it('names what is wanted and what is given', () => {
    if (a === undefined) throw new Error('no key');
    const verdict = verdictOf(mintToken({ key: a }), { keys: [b?.publicJwk, c?.publicJwk] });
    expect(verdict).toMatchObject({ outcome: 'invalid', reason: 'no-key-fits' });
    expect(verdict.diagnoses).toMatchObject([{ id: 'key-other-kid', data: { wanted: 'a', found: ['b', 'c'] } }]);
    expect(verdict.diagnoses[0] && wordsOf(verdict.diagnoses[0])[1]).toContain('rotated');
  });
});
