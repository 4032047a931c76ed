import { readPaste } from '@why401/core/input';
import { readRelease } from '@why401/kong/versions';
import { describe, expect, it } from 'vitest';
import { bytesWords, countWords, KONG_VERSIONS, pasteWords } from './index.ts';

describe('what the page says of itself', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1024, '1 KiB'],
    [3600, '3.5 KiB'],
    [5 * 1024 * 1024, '5 MiB'],
    [2 * 1024 ** 3, '2 GiB'],
  ])('%i octets are %s', (bytes, words) => expect(bytesWords(bytes)).toBe(words));

  it.each([
    [0, '0 routes'],
    [1, '1 route'],
    [2, '2 routes'],
  ])('%i: %s', (count, words) => expect(countWords(count, 'route')).toBe(words));

  it.each([
    ['', ''],
    ['curl https://a.example/', 'a curl command, no token in it'],
    ['HTTP/1.1 401 Unauthorized\r\nServer: kong\r\n\r\n', 'an answer of a gateway, 401 Unauthorized'],
    ['{"keys":[]}', 'a JWK set'],
    ['_format_version: "3.0"\nservices: []\n', 'a Kong configuration'],
    ['eyJhbGciOiJub25lIn0.e30. eyJhbGciOiJub25lIn0.e31. ', '2 tokens'],
  ])('%j is %s', (text, words) => expect(pasteWords(readPaste(text))).toBe(words));

  it.each(KONG_VERSIONS)('Kong %s can be asked about', (version) => expect(readRelease(version).ok).toBe(true));
});
