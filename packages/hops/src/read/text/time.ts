import type { LogTime } from '../../record/index.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026/11/24 20:48:01` */
const ERROR_LOG = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)/;
/** `24/Nov/2026:20:48:02.201 +0000`; fraction and zone may be missing. */
const CLF = /^(\d\d)\/([A-Za-z]{3})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?: ?([+-]\d{4}))?/;
/** RFC 3339, as containers, Envoy and load balancers of clouds write it. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?/;
/** `Tue Nov 24 20:48:02.123456 2026` of Apache. */
const APACHE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]?\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? (\d{4})/;

interface Parts {
  readonly text: string;
  readonly year: string | undefined;
  readonly month: number;
  readonly day: string | undefined;
  readonly clock: readonly (string | undefined)[];
  readonly fraction: string | undefined;
  readonly zone: string | undefined;
}

/** The time at the beginning of a text, in any spelling that a log of the chain uses. Without a zone it is UTC. */
export function readTime(text: string): LogTime | null {
  const parts = errorLog(text) ?? iso(text) ?? clf(text) ?? apache(text);
  return parts === undefined ? null : toTime(parts);
}

function errorLog(text: string): Parts | undefined {
  const [all, year, month, day, ...clock] = ERROR_LOG.exec(text) ?? [];
  if (all === undefined) return undefined;
  return { text: all, year, month: Number(month) - 1, day, clock, fraction: undefined, zone: undefined };
}

function iso(text: string): Parts | undefined {
  const [all, year, month, day, hour, minute, second, fraction, zone] = ISO.exec(text) ?? [];
  if (all === undefined) return undefined;
  return { text: all, year, month: Number(month) - 1, day, clock: [hour, minute, second], fraction, zone };
}

function clf(text: string): Parts | undefined {
  const [all, day, month, year, hour, minute, second, fraction, zone] = CLF.exec(text) ?? [];
  if (all === undefined) return undefined;
  return { text: all, year, month: monthOf(month), day, clock: [hour, minute, second], fraction, zone };
}

function apache(text: string): Parts | undefined {
  const [all, month, day, hour, minute, second, fraction, year] = APACHE.exec(text) ?? [];
  if (all === undefined) return undefined;
  return { text: all, year, month: monthOf(month), day, clock: [hour, minute, second], fraction, zone: undefined };
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase());

function toTime({ text, year, month, day, clock, fraction, zone }: Parts): LogTime | null {
  const [hour, minute, second] = clock;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const utc = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second), milliseconds);
  if (month < 0 || Number.isNaN(utc)) return null;
  return { text, ms: utc - zoneOffset(zone), zoned: zone !== undefined };
}

function zoneOffset(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
