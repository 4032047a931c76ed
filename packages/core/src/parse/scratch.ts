import { isObject, type Json, type JsonObject } from '../json/index.ts';
import { MAX_DEPTH } from '../limits/index.ts';
import { CAPACITY, decodeSegment, input, output } from './buffers.ts';
import { shortestLength } from './json-size.ts';
import { countStrings, MAX_TALLIED, openers, quotes, tally } from './json-tally.ts';

/**
 * The quick way for what nearly every token is: ASCII, canonical base64url, JSON objects without
 * backslashes or duplicates. It works in one buffer and answers `undefined` as soon as anything is
 * out of the ordinary; the reader then starts again with the code that can say what.
 */

/** Longer ones are made anew: they are few. */
const MAX_WINDOW = 4096;
/** Windows on `output` by length: making one for each token costs more than decoding it. */
const windows: (Uint8Array | undefined)[] = new Array(MAX_WINDOW);
/** The same on `input`. */
const inputWindows: (Uint8Array | undefined)[] = new Array(MAX_WINDOW);

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
  const value = parse(length);
  if (!isObject(value)) return undefined;
  return shortestLength(value) === length || isTallied(value, length) ? value : undefined;
}

/**
 * A text of at most `MAX_TALLIED` octets nests no deeper than every parser bears; that it nests no
 * deeper than it may is seen afterwards.
 */
function parse(length: number): Json | undefined {
  try {
    const text = decoder.decode(window(length));
    return text.length === length && !text.includes(DELETE) ? (JSON.parse(text) as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** The one control character that JSON lets stand in a string as it is. */
const DELETE = '\u007f';

/** The second proof, for texts with white space and numbers of other kinds. */
function isTallied(value: JsonObject, length: number): boolean {
  const sum = tally(length);
  return sum >= 0 && openers(sum) <= MAX_DEPTH && countStrings(value) * 2 === quotes(sum);
}

function window(length: number): Uint8Array {
  return length < MAX_WINDOW ? (windows[length] ??= output.subarray(0, length)) : output.subarray(0, length);
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

/**
 * The first `length` octets of `text`, without a copy: good until the next token is read.
 * Undefined where the text is too long or not ASCII.
 */
export function borrowOctets(text: string, length: number): Uint8Array | undefined {
  if (!load(text)) return undefined;
  return length < MAX_WINDOW ? (inputWindows[length] ??= input.subarray(0, length)) : input.subarray(0, length);
}
