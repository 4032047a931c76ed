import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const b64u = (value) => Buffer.from(value).toString('base64url');

/** A key pair whose private half is forgotten when the script ends. */
export function pair(alg) {
  const { publicKey, privateKey } = alg.startsWith('ES')
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { alg, privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** Random bytes whose standard base64 holds both letters that base64url does not have. */
export function awkwardSecret(length) {
  for (;;) {
    const bytes = randomBytes(length);
    const text = bytes.toString('base64');
    if (text.includes('+') && text.includes('/')) return { bytes, text };
  }
}

export function token(key, header, claims) {
  const input = `${b64u(JSON.stringify({ alg: key.alg, typ: 'JWT', ...header }))}.${b64u(JSON.stringify(claims))}`;
  const signature = key.bytes
    ? createHmac('sha256', key.bytes).update(input).digest()
    : sign('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${b64u(signature)}`;
}
