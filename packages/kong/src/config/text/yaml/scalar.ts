/** What a plain YAML scalar can be. `null` is an explicit null; texts stay texts. */
export type Scalar = string | number | boolean | null;

const WORDS = new Map<string, Scalar>([
  ['', null],
  ...spellings('~ null Null NULL', null),
  ...spellings('true True TRUE yes Yes YES on On ON', true),
  ...spellings('false False FALSE no No NO off Off OFF', false),
  ...spellings('.inf .Inf .INF +.inf +.Inf +.INF', Number.POSITIVE_INFINITY),
  ...spellings('-.inf -.Inf -.INF', Number.NEGATIVE_INFINITY),
  ...spellings('.nan .NaN .NAN', Number.NaN),
]);

/** Characters that every number begins with; a text that begins with another one needs no further test. */
const MAY_BE_NUMBER = /^[-+.0-9_]/;

const OCTAL = /^([+-]?)0_*([0-7][0-7_]*)$/;
const DECIMAL = /^([+-]?)_*([0-9][0-9_]*)$/;
const HEXADECIMAL = /^([+-]?)0x_*([0-9a-fA-F][0-9a-fA-F_]*)$/;
const BINARY = /^([+-]?)0b_*([01][01_]+)$/;
const SEXAGESIMAL = /^([+-]?)([0-9]+:[0-5]?[0-9][:0-9]*)(\.[0-9]+)?$/;
const LUA_DECIMAL = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const LUA_HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)(?:[pP]([+-]?[0-9]+))?$/;

/** The value of an untagged plain scalar, as Kong's YAML binding (lyaml 6.2) reads it. */
export function readPlain(text: string): Scalar {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!MAY_BE_NUMBER.test(text)) return text;
  return integer(text) ?? float(text) ?? based(text, HEXADECIMAL, 16) ?? based(text, BINARY, 2) ?? base60(text) ?? text;
}

/** The value under one of YAML's own tags; `undefined` when the text does not fit, and the file is refused. */
export function readTagged(tag: string, text: string): Scalar | undefined {
  switch (tag) {
    case 'str':
      return text;
    case 'null':
      return null;
    case 'bool': {
      const value = /^[yY]$/.test(text) ? true : /^[nN]$/.test(text) ? false : WORDS.get(text);
      return typeof value === 'boolean' ? value : undefined;
    }
    case 'int':
      return integer(text) ?? based(text, HEXADECIMAL, 16) ?? based(text, BINARY, 2) ?? whole(base60(text));
    case 'float': {
      const word = WORDS.get(text);
      return typeof word === 'number'
        ? word
        : (float(text) ?? integer(text) ?? based(text, HEXADECIMAL, 16) ?? based(text, BINARY, 2) ?? base60(text));
    }
    default:
      return text;
  }
}

function integer(text: string): number | undefined {
  const octal = based(text, OCTAL, 8);
  if (octal !== undefined) return octal;
  const [, sign, digits] = DECIMAL.exec(text) ?? [];
  return digits === undefined ? undefined : signed(sign, Number(digits.replaceAll('_', '')));
}

/** Lua's `tonumber` for what has a point or an exponent. */
function float(text: string): number | undefined {
  if (!/[.eE]/.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  if (LUA_DECIMAL.test(digits)) return Number(digits);
  const [, sign, high = '', low = '', exponent = '0'] = LUA_HEXADECIMAL.exec(digits) ?? [];
  if (high === '' && low === '') return undefined;
  return signed(sign, Number(`0x${high}${low}`) * 2 ** (Number(exponent) - 4 * low.length));
}

function based(text: string, pattern: RegExp, base: number): number | undefined {
  const [, sign, digits] = pattern.exec(text) ?? [];
  if (digits === undefined) return undefined;
  let value = 0;
  for (const digit of digits) if (digit !== '_') value = value * base + Number.parseInt(digit, base);
  return signed(sign, value);
}

function base60(text: string): number | undefined {
  const [, sign, parts, fraction = '0'] = SEXAGESIMAL.exec(text) ?? [];
  if (parts === undefined) return undefined;
  let value = 0;
  for (const part of parts.split(':')) if (part !== '') value = value * 60 + Number(part);
  return signed(sign, value + Number(fraction));
}

function whole(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

function signed(sign: string | undefined, value: number): number {
  return sign === '-' ? -value : value;
}

function spellings(words: string, value: Scalar): [string, Scalar][] {
  return words.split(' ').map((word) => [word, value]);
}
