import { children, content, readTlv, type Tlv } from './der.ts';

/** When a certificate is valid, in milliseconds since the epoch. It says nothing about the key in it. */
export interface CertificateDates {
  readonly notBefore: number;
  readonly notAfter: number;
}

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/** The validity of an X.509 certificate (RFC 5280 §4.1.2.5); undefined where it cannot be read. */
export function certificateDates(der: Uint8Array): CertificateDates | undefined {
  const outer = readTlv(der, 0);
  const body = outer && children(der, outer)[0];
  if (body === undefined) return undefined;
  const validity = children(der, body).find((part) => isValidity(der, part));
  const [from, to] = validity === undefined ? [] : children(der, validity);
  const notBefore = from && timeOf(der, from);
  const notAfter = to && timeOf(der, to);
  return notBefore === undefined || notAfter === undefined ? undefined : { notBefore, notAfter };
}

/** The one sequence of two times in the body. */
function isValidity(der: Uint8Array, part: Tlv): boolean {
  const times = part.tag === 0x30 ? children(der, part) : [];
  return times.length === 2 && times.every(({ tag }) => tag === UTC_TIME || tag === GENERALIZED_TIME);
}

function timeOf(der: Uint8Array, { tag, ...range }: Tlv): number | undefined {
  const digits = String.fromCharCode(...content(der, { tag, ...range }));
  const match = /^(\d\d)?(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(tag === UTC_TIME ? century(digits) : digits);
  if (match === null) return undefined;
  const [, hundreds = '20', year, month, day, hour, minute, second] = match;
  const time = Date.UTC(
    Number(hundreds + year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return Number.isFinite(time) ? time : undefined;
}

/** Two digits of a year are those of 1950 to 2049. */
const century = (digits: string): string => `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}`;
