import { mintToken, secretKey, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const s = 'a secret that nobody knows, 4711';

describe('secret-white-space', () => {
  it.each([
    ['line end', `${s}\n`, s, 'given a line end at the end'],
    ['CRLF', `${s}\r\n`, s, 'given a line end at the end'],
    ['two line ends', `${s}\n\n`, s, 'given a line end at the end'],
    ['one of two line ends', `${s}\n\n`, `${s}\n`, 'given a line end at the end'],
    ['space behind', `${s} `, s, 'given white space at the end'],
    ['space in front', ` ${s}`, s, 'given white space in front'],
    ['space around', ` ${s}\t`, s, 'given white space around'],
    ['quotes', `"${s}"`, s, 'given quotes around'],
    ['quotes and a line end', `'${s}'\n`, s, 'given quotes around'],
    ['byte order mark', `\ufeff${s}`, s, 'given a byte order mark in front'],
    ['line end of the signer', s, `${s}\n`, 'signer a line end at the end'],
    ['CRLF of the signer', s, `${s}\r\n`, 'signer a line end at the end'],
    ['space of the signer', s, `${s} `, 'signer white space at the end'],
    ['quotes of the signer', s, `"${s}"`, 'signer quotes around'],
    ['a secret that is no text', Buffer.from('ff0a', 'hex'), Buffer.from('ff', 'hex'), 'given a line end at the end'],
  ])('%s', (_, given, signs, expected) => {
    const token = mintToken({ key: secretKey('HS256', 'k', signs), header: { kid: undefined } });
    const [diagnosis] = verdictOf(token, given, {}, { expect: 'secret' }).diagnoses;
    expect(diagnosis?.id).toBe('secret-white-space');
    const { side, what, where } = diagnosis?.data as Record<string, string>;
    expect(`${side} ${what} ${where}`).toBe(expected);
    expect(diagnosis && wordsOf(diagnosis).join(' ')).not.toContain(s);
  });
});
