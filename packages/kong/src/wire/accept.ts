import type { Switches } from '../versions/index.ts';
import { isBlank, trim } from './trim.ts';

export type ErrorFormat = 'json' | 'html' | 'plain' | 'xml' | 'grpc';

const EXACT: ReadonlyMap<string, ErrorFormat> = new Map([
  ['application/grpc', 'grpc'],
  ['text/html', 'html'],
  ['application/json', 'json'],
  ['text/plain', 'plain'],
  ['application/xml', 'xml'],
]);
const ANY_SUBTYPE: ReadonlyMap<string, ErrorFormat> = new Map([
  ['application', 'json'],
  ['text', 'plain'],
]);

/** PCRE's `\s` on bytes. */
const SPACE = '[\\t-\\r ]';
const TYPE = '(?:[a-z0-9][a-z0-9\\-!#$&^_+.]+|\\*)';
const MEDIA_TYPE = new RegExp(`${TYPE}/${TYPE}`, 'iy');
const PARAMETER = new RegExp(
  `${SPACE}*;${SPACE}*(?:q=(1(?:\\.0{0,3})?|0(?:\\.\\d{0,3})?)|[a-z0-9][a-z0-9\\-!#$&^_+.]+(?:=[^;]*)?)`,
  'iy',
);

const strip = (text: string): string => trim(text, isBlank);

/** Type of one media type by exact text; anything unknown is JSON (`get_mime_type`). */
function formatOf(mediaType: string): ErrorFormat {
  const type = strip(mediaType).split(';')[0] ?? '';
  const [major = '', minor] = type.split('/');
  if (minor === undefined) return 'json';
  return (minor === '*' ? ANY_SUBTYPE.get(major) : EXACT.get(type)) ?? 'json';
}

/**
 * Format of Kong's errors (`get_response_type`): the highest `q`, the first of equals; `q=0` never; an entry
 * that is no media type is skipped; several `Accept` lines count as one.
 */
export function negotiate(accept: readonly string[]): ErrorFormat {
  let format: ErrorFormat = 'json';
  let best = 0;
  if (accept.length === 0) return format;
  for (const entry of accept.join(',').split(',')) {
    const text = strip(entry);
    MEDIA_TYPE.lastIndex = 0;
    const type = MEDIA_TYPE.exec(text)?.[0];
    if (type === undefined) continue;
    const quality = qualityAfter(text, type.length);
    if (quality > best) {
      best = quality;
      format = formatOf(type);
    }
  }
  return format;
}

/** The last `q` counts, as PCRE keeps the last value of a repeated group. */
function qualityAfter(text: string, from: number): number {
  let quality = 1;
  PARAMETER.lastIndex = from;
  for (let found = PARAMETER.exec(text); found !== null; found = PARAMETER.exec(text)) {
    if (found[1] !== undefined) quality = Number(found[1]);
    if (PARAMETER.lastIndex >= text.length) break;
  }
  return quality;
}

/** Format of an nginx-level error: of the first `Accept`, else the `Content-Type`, else `error_default_type`. */
export function negotiateEarly(asked: string, switches: Switches): ErrorFormat {
  if (asked.startsWith('application/grpc')) return 'grpc';
  return switches.weighsAccept ? negotiate([asked]) : formatOf(asked);
}
