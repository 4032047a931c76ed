import { mintToken, secretKey, verdictOf, wordsOf } from '@why401/testkit';
import { describe, expect, it } from 'vitest';

const latin = 'Schlüssel für Größe und Übermut';

describe('secret-charset', () => {
  it.each([
    [latin, 'latin1', 'ISO 8859-1'],
    [latin, 'utf16le', 'UTF-16LE'],
    ['plain ascii', 'utf16le', 'UTF-16LE'],
  ] as const)('%s signed as %s', (text, charset, expected) => {
    const key = secretKey('HS256', 'k', Buffer.from(text, charset));
    const [diagnosis] = verdictOf(
      mintToken({ key, header: { kid: undefined } }),
      text,
      {},
      { expect: 'secret' },
    ).diagnoses;
    expect(diagnosis).toMatchObject({ id: 'secret-charset', data: { signer: expected } });
    expect(diagnosis && wordsOf(diagnosis)[0]).toContain(expected);
  });

  it('knows the other order of octets', () => {
    const key = secretKey('HS256', 'k', Buffer.from('plain ascii', 'utf16le').swap16());
    const [diagnosis] = verdictOf(
      mintToken({ key, header: { kid: undefined } }),
      'plain ascii',
      {},
      { expect: 'secret' },
    ).diagnoses;
    expect(diagnosis).toMatchObject({ id: 'secret-charset', data: { signer: 'UTF-16BE' } });
  });
});
