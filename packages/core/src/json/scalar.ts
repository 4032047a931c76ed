/** Strings, numbers and words of JSON (RFC 8259 §3, §6, §7), scanned without building a value. */

export interface JsonNote {
  readonly code: 'lone-surrogate' | 'number-out-of-range';
  /** Names from the top. */
  readonly path: readonly string[];
  /** As written: `\ud800`, `1e999`. */
  readonly literal: string;
}

export type Noted = (code: JsonNote['code'], literal: string) => void;

export type Scanned =
  | { readonly ok: true; readonly to: number }
  | { readonly ok: false; readonly at: number; readonly wanted: string };

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const HEX = /[0-9a-fA-F]{4}/y;
const WORDS = ['true', 'false', 'null'];

export function scanScalar(text: string, at: number, note: Noted): Scanned {
  if (text[at] === '"') return scanString(text, at, note);
  for (const word of WORDS) if (text.startsWith(word, at)) return { ok: true, to: at + word.length };
  NUMBER.lastIndex = at;
  const literal = NUMBER.exec(text)?.[0];
  if (literal === undefined) return { ok: false, at, wanted: 'a value' };
  if (!isHeldExactly(literal)) note('number-out-of-range', literal);
  return { ok: true, to: at + literal.length };
}

/** Whether a double keeps what the literal says: not `1e999`, `-0`, an integer of more digits than it has. */
function isHeldExactly(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value) || Object.is(value, -0)) return false;
  return !Number.isInteger(value) || Number.isSafeInteger(value);
}

/** `at` stands on the opening quote. */
export function scanString(text: string, at: number, note: Noted): Scanned {
  let i = at + 1;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return { ok: true, to: i + 1 };
    if (code < 0x20) return { ok: false, at: i, wanted: 'no raw control character in a string' };
    if (code === 0x5c) {
      const escaped = scanEscape(text, i, note);
      if (!escaped.ok) return escaped;
      i = escaped.to;
    } else {
      i += isSurrogate(code) ? rawSurrogate(text, i, code, note) : 1;
    }
  }
  return { ok: false, at: i, wanted: 'a closing quote' };
}

function scanEscape(text: string, at: number, note: Noted): Scanned {
  const kind = text[at + 1] ?? '';
  if (kind !== 'u') {
    const known = kind !== '' && '"\\/bfnrt'.includes(kind);
    return known ? { ok: true, to: at + 2 } : { ok: false, at, wanted: 'an escape that JSON knows' };
  }
  const code = hexAt(text, at + 2);
  if (code === undefined) return { ok: false, at, wanted: 'four hexadecimal digits' };
  const literal = text.slice(at, at + 6);
  if (!isSurrogate(code)) return { ok: true, to: at + 6 };
  const second = text.startsWith('\\u', at + 6) ? hexAt(text, at + 8) : undefined;
  if (isHigh(code) && second !== undefined && isSurrogate(second) && !isHigh(second)) {
    return { ok: true, to: at + 12 };
  }
  note('lone-surrogate', literal);
  return { ok: true, to: at + 6 };
}

/** Only a text that does not come from UTF-8 has lone ones. Returns how many units to go on. */
function rawSurrogate(text: string, at: number, code: number, note: Noted): number {
  const second = text.charCodeAt(at + 1);
  if (isHigh(code) && isSurrogate(second) && !isHigh(second)) return 2;
  note('lone-surrogate', `\\u${code.toString(16)}`);
  return 1;
}

function hexAt(text: string, at: number): number | undefined {
  HEX.lastIndex = at;
  const digits = HEX.exec(text)?.[0];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const isHigh = (code: number): boolean => code <= 0xdbff;
