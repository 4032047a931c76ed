import { mintKey, mintToken } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { judgedText, read } from './reading.ts';

const key = mintKey('RS256', { kid: 'a1' });
const token = (sub: string): string => mintToken({ header: { alg: 'RS256' }, claims: { sub }, key });
const [first, second] = [token('first'), token('second')];
const curl = `curl https://a.example/ -H 'Authorization: Bearer ${first}' -b 'session=${second}'`;
const options = { choice: null, now: 0, zone: 'UTC' };

describe('what the server is asked to judge', () => {
  it.each<[string, string, number | null, number, string | undefined]>([
    ['the paste as it is', curl, null, 10_000, curl],
    ['the paste, where the choice is what core prefers', curl, 0, 10_000, curl],
    ['one token alone, where the person chose another', curl, 1, 10_000, second],
    ['the token alone, where the paste is too long', `${curl} ${'x'.repeat(10_000)}`, null, 10_000, first],
    ['nothing, where even the token is too long', curl, null, 100, undefined],
    ['nothing, where it is too long and holds no token', 'x '.repeat(100), null, 100, undefined],
  ])('%s', (_, text, choice, most, wanted) => {
    expect(judgedText(read(text, { ...options, choice }), choice, most) === wanted).toBe(true);
  });

  it('reads a paste once, whichever token is chosen', () => {
    const { paste } = read(curl, options);
    expect(read(curl, { ...options, choice: 1 }, paste).paste).toBe(paste);
    expect(read(`${curl} `, options, paste).paste).not.toBe(paste);
  });
});
