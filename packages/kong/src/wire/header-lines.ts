import { USUAL_SETTINGS, type WireSettings } from './settings.ts';
import { isSpace, trim } from './trim.ts';

/** A header line as nginx keeps it: spaces (not tabs) around the value are gone. */
export interface HeaderLine {
  readonly name: string;
  /** `name` in lower case (ASCII). */
  readonly key: string;
  readonly value: string;
}

/** Headers of which nginx (1.19.9–1.27.1) refuses a second line (`ngx_http_process_unique_header_line`). */
const UNIQUE: ReadonlySet<string> = new Set([
  'authorization',
  'content-length',
  'content-range',
  'expect',
  'host',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'transfer-encoding',
]);

export const isUnique = (key: string): boolean => UNIQUE.has(key);

const TAKEN = /^[A-Za-z0-9_-]+$/;
const REFUSED = /[\x00-\x20\x7f]/;

/** `skipped`: nginx drops the line without a word, where `ignore_invalid_headers` is on. */
export function classifyName(
  name: string,
  { keepsUnderscores, dropsInvalidNames }: WireSettings = USUAL_SETTINGS,
): 'taken' | 'skipped' | 'refused' {
  if (TAKEN.test(name) && (keepsUnderscores || !name.includes('_'))) return 'taken';
  if (name === '' || REFUSED.test(name)) return 'refused';
  return dropsInvalidNames ? 'skipped' : 'taken';
}

export const headerLine = (name: string, value: string): HeaderLine => ({
  name,
  key: name.toLowerCase(),
  value: trim(value, isSpace),
});

/** Bytes of the line on the wire: name, colon, space, value, CRLF. */
export const lineLength = (name: string, value: string): number => name.length + value.length + 4;

const BAD_HOST = /[\x00-\x20/\x7f]/;

/** `ngx_http_validate_host`: after the first colon anything goes but a slash, a space or a control byte. */
export const isHostTaken = (host: string): boolean => host !== '' && !BAD_HOST.test(host);
