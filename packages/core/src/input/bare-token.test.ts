import { mintKey, mintToken } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { bareToken } from './bare-token.ts';
import { readPaste } from './read-paste.ts';

const claims = { iss: 'https://idp.example', sub: 'someone' };
const rs256 = mintToken({ key: mintKey('RS256'), claims });
const hs256 = mintToken({ key: mintKey('HS256'), claims });
const none = mintToken({ key: mintKey('HS256'), claims, header: { alg: 'none' }, signature: '' });

describe('a bare token is found as readPaste finds it', () => {
  it.each([
    ['RS256', rs256],
    ['HS256', hs256],
    ['a line end', `${hs256}\n`],
    ['CR LF', `${hs256}\r\n`],
    ['no signature', none],
    ['a signature cut short', rs256.slice(0, -40)],
    ['a claim set that is no JSON', mintToken({ key: mintKey('HS256'), claims: 'not json' })],
    ['a nested token', mintToken({ key: mintKey('HS256'), claims: hs256 })],
    ['a header of one member', 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl'],
  ])('%s', (_, text) => {
    const { tokens, chosen, kind } = readPaste(text);
    expect(kind).toBe('token');
    expect(bareToken(text)).toEqual(tokens[chosen]);
  });
});

describe('everything else is left to readPaste', () => {
  it.each([
    ['nothing', ''],
    ['a prefix', `Bearer ${hs256}`],
    ['quotes', `"${hs256}"`],
    ['a blank in front', ` ${hs256}`],
    ['two lines', `${hs256}\n\n`],
    ['two tokens', `${hs256}\n${rs256}`],
    ['a line break inside', `${rs256.slice(0, 60)}\n${rs256.slice(60)}`],
    ['an encrypted token', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA'],
    ['a byte order mark', `\ufeff${hs256}`],
    ['an opaque token', 'ory_at_T9w3kq0ZJx8mB2vLrNfHyQ'],
    ['a request', `GET / HTTP/1.1\r\nAuthorization: Bearer ${hs256}\r\n\r\n`],
  ])('%s', (_, text) => {
    expect(bareToken(text)).toBeUndefined();
  });
});
