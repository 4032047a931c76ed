/** First bytes of what speaks no HTTP/1 (RFC 4253 §4.2, RFC 5321 §4.2, RFC 9113 §3.4, RFC 8446 §5.1, …). */
export const BANNERS: readonly (readonly [name: string, bytes: RegExp, example: string])[] = [
  ['a TLS alert', /^\x15\x03[\x00-\x04]/, '\x15\x03\x03\x00\x02\x02\x50'],
  ['TLS', /^\x16\x03[\x00-\x04]/, '\x16\x03\x03\x00\x31'],
  ['SSH', /^SSH-\d/, 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['SMTP or FTP', /^220[ -]/, '220 mail.example ESMTP\r\n'],
  ['HTTP/2', /^\0\0[\s\S]\x04[\s\S]\0\0\0\0/, '\0\0\x12\x04\0\0\0\0\0'],
  ['IMAP', /^\* OK\b/, '* OK IMAP4rev1 ready\r\n'],
  ['POP3 or Redis', /^(?:\+OK|-ERR)\b/, '-ERR unknown command\r\n'],
  ['MySQL', /^[\s\S]\0\0\0\x0a\d/, '\x4a\0\0\0\x0a8.0.36\0'],
  ['RFB', /^RFB \d/, 'RFB 003.008\n'],
];

/** The name of the protocol that a text begins with, one character for each byte. */
export const bannerOf = (bytes: string): string | undefined => BANNERS.find(([, pattern]) => pattern.test(bytes))?.[0];
