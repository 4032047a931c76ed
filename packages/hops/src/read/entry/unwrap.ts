import { isObject, type Json, type JsonObject, member, parseJson } from '@why401/core/json';
import { isEntry } from './entry.ts';
import { isFlat, unflatten } from './flat.ts';
import { isCut, mendCut } from './mend.ts';

/** An entry found inside what delivered or exported it. */
export interface Unwrapped {
  readonly value: JsonObject;
  readonly truncated: boolean;
}

const NO_MEMBER_LIMIT = { members: Number.POSITIVE_INFINITY };

/** Envelopes around envelopes, and JSON inside strings. */
const DEEPEST = 6;

/**
 * Kong's entries in a JSON value: an entry, a list of them (http-log's batches), Splunk's event envelope, its exports
 * of search results (`result`, `results`, `_raw`), and what forwarders of container logs make of a line.
 */
export function unwrapEntries(value: Json | undefined, depth = 0): readonly Unwrapped[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') return unwrapText(value, depth);
  if (Array.isArray(value)) return value.flatMap((one: Json) => unwrapEntries(one, depth + 1));
  if (!isObject(value)) return [];
  // `_raw` is what was logged; the other fields were made of it, and may have other names.
  for (const name of ['_raw', 'event', 'result', 'results', 'log', 'message', 'msg', '_source']) {
    const inner = member(value, name);
    if (inner === undefined || inner === null) continue;
    const found = unwrapEntries(inner, depth + 1);
    if (found.length > 0) return found;
  }
  if (isEntry(value)) return [{ value, truncated: false }];
  return isFlat(value) ? [{ value: unflatten(value), truncated: false }] : [];
}

/** JSON text, which may have been cut. */
export function unwrapText(text: string, depth = 0): readonly Unwrapped[] {
  const trimmed = text.trim();
  if (!/^[{["]/.test(trimmed)) return [];
  const value = parseJson(trimmed, NO_MEMBER_LIMIT);
  if (value !== undefined) return unwrapEntries(value, depth + 1);
  if (!isCut(trimmed)) return [];
  const mended = mendCut(trimmed);
  return mended === undefined ? [] : unwrapMended(mended, depth);
}

/** A cut text may have lost the member by which an entry is known. */
function unwrapMended(value: Json, depth: number): readonly Unwrapped[] {
  const found = unwrapEntries(value, depth + 1);
  if (found.length > 0) return found.map((one) => ({ ...one, truncated: true }));
  return isObject(value) && isPartOfEntry(value) ? [{ value, truncated: true }] : [];
}

const PARTS = ['request', 'response', 'latencies', 'tries', 'upstream_uri', 'service', 'route', 'started_at'];

function isPartOfEntry(value: JsonObject): boolean {
  const request = member(value, 'request');
  const isRequest = isObject(request) && ['id', 'method', 'uri', 'url'].some((name) => Object.hasOwn(request, name));
  return isRequest || PARTS.filter((name) => Object.hasOwn(value, name)).length >= 2;
}
