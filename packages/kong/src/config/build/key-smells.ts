import type { Problem } from '@why401/core';
import { type Item, own } from '../schema/index.ts';

/** What is in a place for public keys although it is none, and Kong takes it or says so only later. */
const FINDINGS: readonly (readonly [pattern: RegExp, code: string, message: string, hint: string])[] = [
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    'private-key-as-public',
    'a private key stands where the public one belongs; Kong takes it, and whoever reads the configuration can sign tokens',
    'replace it by its public half (openssl pkey -pubout), and the key pair itself',
  ],
  [
    /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/,
    'certificate-as-key',
    'a certificate stands where a public key belongs; Kong loads no key from it',
    'take the key out of it (openssl x509 -pubkey -noout)',
  ],
];

export function keySmells(items: readonly Item[]): Problem[] {
  const out: Problem[] = [];
  for (const item of items) {
    if (item.schema.name !== 'jwt_secrets') continue;
    const key = own(item.raw, 'rsa_public_key');
    const found = typeof key === 'string' ? FINDINGS.find(([pattern]) => pattern.test(key)) : undefined;
    if (!found) continue;
    const [, code, message, hint] = found;
    out.push({ code, message, place: item.source.place(item.node, 'rsa_public_key'), hint });
  }
  return out;
}
