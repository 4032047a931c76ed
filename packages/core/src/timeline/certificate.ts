import { readBase64 } from '../keys/index.ts';

/** Milliseconds since the epoch. */
export interface Validity {
  readonly notBefore: number;
  /** Infinity for `99991231235959Z`: no well-defined end (RFC 5280 §4.1.2.5). */
  readonly notAfter: number;
}

interface Value {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
}

const SEQUENCE = 0x30;
const VERSION = 0xa0;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/** Validity of an X.509 certificate, from an `x5c` member (base64 DER). Undefined where it cannot be read. */
export function certificateValidity(base64: string): Validity | undefined {
  const der = readBase64(base64);
  return der === undefined ? undefined : validityOf(der.bytes);
}

/** Reads as much DER as stands before the validity (RFC 5280 §4.1); the signature is not looked at. */
export function validityOf(der: Uint8Array): Validity | undefined {
  const certificate = read(der, 0, der.length, SEQUENCE);
  const body = certificate && read(der, certificate.from, certificate.to, SEQUENCE);
  if (body === undefined) return undefined;
  let at = body.from;
  const fields: Value[] = [];
  while (fields.length < 4) {
    const field = read(der, at, body.to);
    if (field === undefined) return undefined;
    at = field.to;
    // Serial number, algorithm, issuer, validity; the version before them may be left out.
    if (field.tag !== VERSION) fields.push(field);
  }
  const validity = fields[3];
  if (validity?.tag !== SEQUENCE) return undefined;
  const first = read(der, validity.from, validity.to);
  const second = first && read(der, first.to, validity.to);
  const [notBefore, notAfter] = [first && time(der, first), second && time(der, second)];
  return notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter };
}

function read(der: Uint8Array, at: number, end: number, wanted?: number): Value | undefined {
  const [tag, short] = [der[at], der[at + 1]];
  if (tag === undefined || short === undefined || at + 2 > end) return undefined;
  let [length, from] = [short, at + 2];
  if (short >= 0x80) {
    const octets = short & 0x7f;
    // 0x80 is BER's indefinite length, which DER does not have.
    if (octets === 0 || octets > 4 || from + octets > end) return undefined;
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (der[from + i] ?? 0);
    from += octets;
  }
  const to = from + length;
  return to > end || (wanted !== undefined && tag !== wanted) ? undefined : { tag, from, to };
}

function time(der: Uint8Array, { tag, from, to }: Value): number | undefined {
  const text = String.fromCharCode(...der.subarray(from, Math.min(to, from + 20)));
  if (tag === GENERALIZED_TIME && text === '99991231235959Z') return Number.POSITIVE_INFINITY;
  const pattern = tag === UTC_TIME ? /^(\d\d)(\d{10})Z$/ : tag === GENERALIZED_TIME ? /^(\d{4})(\d{10})Z$/ : undefined;
  const [, year, rest] = pattern?.exec(text) ?? [];
  if (year === undefined || rest === undefined) return undefined;
  // RFC 5280 §4.1.2.5.1: two digits from 50 on are the twentieth century.
  const century = tag === GENERALIZED_TIME ? '' : Number(year) >= 50 ? '19' : '20';
  const instant = Date.parse(`${century}${year}-${rest.replace(/(..)(..)(..)(..)(..)/, '$1-$2T$3:$4:$5Z')}`);
  return Number.isNaN(instant) ? undefined : instant;
}
