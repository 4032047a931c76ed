import { isBlank, trim } from '../../wire/index.ts';

const DECIMAL = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const HEX = /([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?/y;
const SPECIAL = /([+-]?)(inf(?:inity)?|nan(?:\([0-9A-Za-z_]*\))?)/iy;

export interface NumberRead {
  readonly value: number;
  readonly end: number;
}

/** C's `strtod` on a byte string that does not begin with white space. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  const hex = matchAt(HEX, text, at);
  if (hex && (hex[2] !== '' || (hex[3] ?? '') !== '')) return { value: hexValue(hex), end: HEX.lastIndex };
  const decimal = matchAt(DECIMAL, text, at);
  if (decimal) return { value: Number(decimal[0]), end: DECIMAL.lastIndex };
  const special = matchAt(SPECIAL, text, at);
  if (!special) return undefined;
  const size = /^i/i.test(special[2] ?? '') ? Number.POSITIVE_INFINITY : Number.NaN;
  return { value: special[1] === '-' ? -size : size, end: SPECIAL.lastIndex };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function hexValue(hex: RegExpExecArray): number {
  const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
  const mantissa = Number(BigInt(`0x0${whole}${fraction}`));
  const size = mantissa === 0 ? 0 : mantissa * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -size : size;
}

const BINARY = /^([+-]?)0[bB]([01]+)$/;

/** The number that LuaJIT makes of a text in arithmetic; `undefined` where it throws. */
export function coerce(text: string): number | undefined {
  const bare = trim(text, isBlank);
  const binary = BINARY.exec(bare);
  if (binary) return Number(BigInt(`0b${binary[2]}`)) * (binary[1] === '-' ? -1 : 1);
  if (/^[+-]?nan\(/i.test(bare)) return undefined;
  const read = readNumber(bare, 0);
  return read !== undefined && read.end === bare.length ? read.value : undefined;
}
