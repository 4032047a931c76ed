import { type Address, type Network, readAddress, readNetwork } from '../predicates/index.ts';
import type { Scanner } from './scanner.ts';

export type Literal = string | number | Address | Network;

const RAW = /r#"[\s\S]*?"#/y;
const TEXT = /"(?:[^"\\]|\\[\s\S])*"/y;
const V6 = /(?=[0-9A-Fa-f:]*:)[0-9A-Fa-f:]+(?:\.\d+)*(?:\/\d+)?/y;
const V4 = /\d+\.\d+\.\d+\.\d+(?:\/\d+)?/y;
const NUMBER = /-?(?:0[xX][0-9a-fA-F]+|\d+)/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"' };

/** The right side of a predicate. */
export function readLiteral(scanner: Scanner): Literal {
  const raw = scanner.match(RAW);
  if (raw !== undefined) return raw.slice(3, -2);
  const text = scanner.match(TEXT);
  if (text !== undefined) return unescape(text.slice(1, -1), scanner);
  const address = scanner.match(V4) ?? scanner.match(V6);
  if (address !== undefined) return addressOf(address, scanner);
  const digits = scanner.match(NUMBER);
  if (digits === undefined) throw scanner.fail('expected rhs');
  return numberOf(digits);
}

function unescape(text: string, scanner: Scanner): string {
  return text.replace(/\\([\s\S])/g, (_, letter: string) => {
    const character = ESCAPES[letter];
    if (character === undefined) throw scanner.fail('expected rhs');
    return character;
  });
}

function addressOf(text: string, scanner: Scanner): Address | Network {
  const address = text.includes('/') ? readNetwork(text) : readAddress(text);
  if (address === undefined) throw scanner.fail('expected rhs');
  return address;
}

/** A leading zero means octal. */
function numberOf(digits: string): number {
  const [sign, rest] = digits.startsWith('-') ? [-1, digits.slice(1)] : [1, digits];
  if (/^0[xX]/.test(rest)) return sign * Number(rest);
  return sign * Number.parseInt(rest, rest.length > 1 && rest.startsWith('0') ? 8 : 10);
}
