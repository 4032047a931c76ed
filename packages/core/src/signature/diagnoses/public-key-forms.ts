import { encodeBase64, encodeBase64url } from '../../encoding/index.ts';
import { jwkOf, type Key, pkcs1Of, rsaNumbers } from '../../keys/index.ts';
import type { Crypto } from '../../ports/index.ts';

export interface KeyText {
  readonly form: string;
  readonly bytes: Uint8Array;
}

/** The texts and octets of a public key that people, and attackers, have handed to HMAC. */
export function publicKeyForms(key: Key, crypto: Crypto): readonly KeyText[] {
  if (key.material?.kind !== 'public') return [];
  const { spki } = key.material;
  const spkiPem = crypto.exportSpkiPem(key.material.key);
  const pkcs1 = pkcs1Of(spki);
  const forms: KeyText[] = [...pemForms('SPKI PEM', spkiPem)];
  const add = (form: string, bytes: Uint8Array | string): void => {
    forms.push({ form, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes });
  };
  add('the SPKI DER octets', spki);
  add('the base64 of the SPKI DER', encodeBase64(spki));
  if (pkcs1 !== undefined) {
    forms.push(...pemForms('PKCS#1 PEM', pem('RSA PUBLIC KEY', pkcs1)));
    add('the PKCS#1 DER octets', pkcs1);
    const n = rsaNumbers(spki)?.n;
    if (n !== undefined) add('the modulus as base64url', encodeBase64url(n[0] === 0 ? n.subarray(1) : n));
  }
  const jwk = jwkOf(key);
  if (jwk !== undefined) {
    add('the JWK as JSON', JSON.stringify(jwk));
    const { kty, ...rest } = jwk;
    add('the JWK as JSON', JSON.stringify({ kty, ...rest }));
    if (rest.n !== undefined) add('the JWK as JSON', JSON.stringify({ kty, n: rest.n, e: rest.e }));
  }
  return forms;
}

function pemForms(name: string, text: string): readonly KeyText[] {
  const trimmed = text.trimEnd();
  const body = trimmed.split('\n').slice(1, -1).join('\n');
  const rows: readonly (readonly [string, string])[] = [
    [name, text],
    [`${name} without its final line end`, trimmed],
    [`${name} with an empty line at the end`, `${text}\n`],
    [`${name} with CRLF`, text.replaceAll('\n', '\r\n')],
    [`${name} with CRLF and without its final line end`, trimmed.replaceAll('\n', '\r\n')],
    [`${name} with the two characters \\n for line ends`, text.replaceAll('\n', '\\n')],
    [`${name} with \\n for line ends and none at the end`, trimmed.replaceAll('\n', '\\n')],
    [`${name} on one line`, trimmed.replaceAll('\n', '')],
    [`${name} with spaces for line ends`, trimmed.replaceAll('\n', ' ')],
    [`the body of the ${name}`, body],
    [`the base64 of the ${name}`, encodeBase64(utf8(text))],
    [`the base64 of the ${name} without its final line end`, encodeBase64(utf8(trimmed))],
  ];
  return rows.map(([form, variant]) => ({ form, bytes: utf8(variant) }));
}

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${(encodeBase64(der).match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
