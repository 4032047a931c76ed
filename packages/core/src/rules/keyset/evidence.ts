import { isObject, type Json, member, parseJson } from '../../json/index.ts';
import { type CertificateDates, certificateDates, type KeyReading, readBase64, readKeys } from '../../keys/index.ts';
import { MAX_KEY_MEMBERS, MAX_PUBLISHED_KEYS } from '../../limits/index.ts';
import type { Crypto } from '../../ports/index.ts';

export interface KeySetContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Algorithms that the issuer says it signs with. */
  readonly announced?: readonly string[] | undefined;
  /** What the document that named the set calls its issuer. */
  readonly issuer?: string | undefined;
  /** The header as it came. */
  readonly contentType?: string | undefined;
  /** Named in places. */
  readonly file?: string | undefined;
}

/** What the rules about a published key set look at. */
export interface KeySetEvidence {
  readonly reading: KeyReading;
  /** By position of the key: the validity of the first certificate in its `x5c`, where it can be read. */
  readonly certificates: ReadonlyMap<number, CertificateDates>;
  readonly announced: readonly string[] | undefined;
  readonly issuer: string | undefined;
  readonly contentType: string | undefined;
  readonly now: number;
}

/** Reads a key set as it was published. Never throws. */
export function keySetEvidence(input: string | Uint8Array, crypto: Crypto, context: KeySetContext): KeySetEvidence {
  const { file, now, announced, issuer, contentType } = context;
  const reading = readKeys(input, crypto, {
    expect: 'public',
    most: MAX_PUBLISHED_KEYS,
    ...(file !== undefined && { file }),
  });
  return { reading, certificates: certificatesOf(input, reading), announced, issuer, contentType, now };
}

const NONE: ReadonlyMap<number, CertificateDates> = new Map();
const ascii = new TextDecoder();

function certificatesOf(input: string | Uint8Array, { form, keys }: KeyReading): KeySetEvidence['certificates'] {
  if (form !== 'jwks' || keys.length === 0) return NONE;
  const text = typeof input === 'string' ? input : ascii.decode(input);
  if (!text.includes('"x5c"')) return NONE;
  const found = new Map<number, CertificateDates>();
  for (const [index, jwk] of keysOf(parseJson(text, { members: MAX_KEY_MEMBERS })).entries()) {
    const dates = isObject(jwk) ? firstDates(member(jwk, 'x5c')) : undefined;
    if (dates !== undefined) found.set(index, dates);
  }
  return found;
}

function keysOf(value: Json | undefined): readonly Json[] {
  const keys = isObject(value) ? member(value, 'keys') : value;
  return Array.isArray(keys) ? keys.slice(0, MAX_PUBLISHED_KEYS) : [];
}

function firstDates(chain: Json | undefined): CertificateDates | undefined {
  const first: Json | undefined = Array.isArray(chain) ? chain[0] : undefined;
  const der = typeof first === 'string' ? readBase64(first)?.bytes : undefined;
  return der && certificateDates(der);
}
