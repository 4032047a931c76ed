import { isObject, type Json, type JsonObject } from '../json/index.ts';
import { MAX_DEPTH } from '../limits/index.ts';
import { CAPACITY, decodeSegment, input, inputView, output } from './buffers.ts';
import { countStrings, MAX_TALLIED, openers, quotes, tally } from './json-tally.ts';

/**
 * The quick way for what nearly every token is: ASCII, canonical base64url, JSON objects without
 * backslashes or duplicates. It works in one buffer and answers `undefined` as soon as anything is
 * out of the ordinary; the reader then starts again with the code that can say what.
 */

/** Windows on `output` by length: making one for each token costs more than decoding it. */
const windows: Uint8Array[] = [];
/** The same on `input`. */
const inputWindows: Uint8Array[] = [];

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text whose octets stand in `input`; empty when they cannot be used. */
let loaded = '';

/** Makes `text` the one that the functions below work on. False where it is not short ASCII. */
export function load(text: string): boolean {
  if (text === loaded) return text !== '';
  loaded = '';
  if (text.length > CAPACITY - 4) return false;
  if (encoder.encodeInto(text, input).written !== text.length) return false;
  loaded = text;
  return true;
}

/** The object in the segment `from`–`to` of the loaded text. */
export function cleanObject(from: number, to: number): JsonObject | undefined {
  const length = decodeSegment(from, to);
  if (length <= 0 || length > MAX_TALLIED) return undefined;
  const sum = tally(length);
  if (sum < 0 || openers(sum) > MAX_DEPTH) return undefined;
  const value = parse(length);
  return isObject(value) && countStrings(value) * 2 === quotes(sum) ? value : undefined;
}

function parse(length: number): Json | undefined {
  try {
    const text = decoder.decode(window(length));
    return text.length === length ? (JSON.parse(text) as Json) : undefined;
  } catch {
    return undefined;
  }
}

function window(length: number): Uint8Array {
  return (windows[length] ??= output.subarray(0, length));
}

/** The octets of the segment `from`–`to` of the loaded text, a copy; undefined where it is not clean. */
export function cleanOctets(from: number, to: number): Uint8Array | undefined {
  const length = decodeSegment(from, to);
  return length < 0 ? undefined : output.slice(0, length);
}

/** The same without a copy: good until the next segment is decoded. */
export function borrowClean(from: number, to: number): Uint8Array | undefined {
  const length = decodeSegment(from, to);
  return length < 0 ? undefined : window(length);
}

/** Whether the loaded text begins with the `length` octets of `other`; room for 3 more is read. */
export function beginsWith(other: DataView, length: number): boolean {
  let at = 0;
  for (; at + 4 <= length; at += 4) if (inputView.getUint32(at) !== other.getUint32(at)) return false;
  for (; at < length; at++) if (inputView.getUint8(at) !== other.getUint8(at)) return false;
  return true;
}

/** A copy of the first `length` octets of the loaded text. */
export function leadingOctets(length: number): Uint8Array<ArrayBuffer> {
  return input.slice(0, length);
}

/**
 * The first `length` octets of `text`, without a copy: good until the next token is read.
 * Undefined where the text is too long or not ASCII.
 */
export function borrowOctets(text: string, length: number): Uint8Array | undefined {
  return load(text) ? (inputWindows[length] ??= input.subarray(0, length)) : undefined;
}
