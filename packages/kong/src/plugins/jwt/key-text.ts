import type { Crypto, KeyEncoding, KeyKind, PublicKey } from '@why401/core';
import { toArray } from '../../wire/index.ts';
import { loadJwk } from './jwk-key.ts';
import { type PemBlock, readPem } from './pem.ts';

/** Kong links OpenSSL 1.1.1 until 3.3 and OpenSSL 3 from 3.4 on. */
export interface KeyTextOptions {
  readonly opensslThree: boolean;
}

interface Reading {
  readonly encodings: readonly KeyEncoding[];
  /** Kinds of key that the label allows; absent where it says nothing. */
  readonly kinds?: readonly KeyKind[];
}

const RSA: readonly KeyKind[] = ['rsa', 'rsa-pss'];

const PRIVATE_LABELS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['PRIVATE KEY', { encodings: ['pkcs8'] }],
  ['RSA PRIVATE KEY', { encodings: ['pkcs1-private', 'pkcs8'], kinds: RSA }],
  ['EC PRIVATE KEY', { encodings: ['sec1', 'pkcs8'], kinds: ['ec'] }],
]);

const PUBLIC_LABELS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['PUBLIC KEY', { encodings: ['spki'] }],
  ['RSA PUBLIC KEY', { encodings: ['pkcs1', 'spki'], kinds: RSA }],
]);

const PUBLIC_LABELS_OPENSSL_1: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['PUBLIC KEY', { encodings: ['spki'] }],
  ['RSA PUBLIC KEY', { encodings: ['pkcs1'], kinds: RSA }],
]);

const BARE_DER: readonly KeyEncoding[] = ['pkcs8', 'pkcs1-private', 'sec1', 'spki'];

/**
 * The key that Kong makes of the text (a byte string) of `rsa_public_key`, as `resty.openssl.pkey.new` tries it:
 * PEM, DER, JWK, private ones too. `undefined` where Kong says `invalid key` or `Consumer Public Key is Invalid`.
 */
export function loadKongKey(
  text: string,
  crypto: Crypto,
  options: KeyTextOptions = { opensslThree: true },
): PublicKey | undefined {
  const blocks = readPem(text);
  const labels = options.opensslThree ? PUBLIC_LABELS : PUBLIC_LABELS_OPENSSL_1;
  return (
    fromBlocks(blocks, PRIVATE_LABELS, crypto) ??
    fromBlocks(blocks, labels, crypto) ??
    fromDer(text, BARE_DER, crypto) ??
    loadJwk(text, crypto)
  );
}

function fromBlocks(
  blocks: readonly PemBlock[],
  labels: ReadonlyMap<string, Reading>,
  crypto: Crypto,
): PublicKey | undefined {
  for (const { label, der } of blocks) {
    const reading = labels.get(label);
    const key = reading && fromDer(der, reading.encodings, crypto);
    if (key && (reading.kinds?.includes(key.kind) ?? true)) return key;
  }
  return undefined;
}

function fromDer(bytes: string, encodings: readonly KeyEncoding[], crypto: Crypto): PublicKey | undefined {
  const der = outerValue(bytes);
  if (der === undefined) return undefined;
  for (const encoding of encodings) {
    const key = crypto.loadPublicKey(encoding, toArray(der));
    // Newer than every OpenSSL that Kong links so far.
    if (key) return key.kind.startsWith('ml-dsa') ? undefined : key;
  }
  return undefined;
}

/** The outermost SEQUENCE; OpenSSL does not look at what follows it. */
function outerValue(bytes: string): string | undefined {
  if (bytes.charCodeAt(0) !== 0x30) return undefined;
  const first = bytes.charCodeAt(1);
  if (first < 0x80) return bytes.slice(0, 2 + first);
  const size = first & 0x7f;
  if (size === 0 || size > 4) return undefined;
  let length = 0;
  for (let i = 0; i < size; i++) length = length * 256 + bytes.charCodeAt(2 + i);
  return bytes.slice(0, 2 + size + length);
}
