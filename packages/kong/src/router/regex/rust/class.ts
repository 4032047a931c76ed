import { type Flags, invalid, type Member } from '../model.ts';
import type { Reader } from '../parse.ts';
import { combine, either, not, POSIX } from '../sets.ts';
import { escapedMember } from './escapes.ts';
import { unicodeRange } from './unicode.ts';

const OPERATORS = ['&&', '--', '~~'] as const;

/** A class with Rust's set operators, which bind equally from the left. The `[` is taken. */
export function rustClass(reader: Reader, flags: Flags): Member {
  const negated = reader.take('^');
  let before: ((right: Member) => Member) | undefined;
  let items: Member[] = [];
  const join = (): Member => (before === undefined ? either(items) : before(either(items)));
  for (let first = true; ; first = false) {
    if (reader.done) throw invalid('a class without its end');
    if (flags.spaced && /^\s$/u.test(reader.peek())) {
      reader.next();
      first = true;
      continue;
    }
    if (!first && reader.take(']')) break;
    const operator = first ? undefined : OPERATORS.find((one) => reader.take(one));
    if (operator !== undefined) {
      const left = join();
      before = (right) => combine(operator, left, right);
      items = [];
      continue;
    }
    items.push(item(reader, flags));
  }
  const member = join();
  return negated ? not(member) : member;
}

function item(reader: Reader, flags: Flags): Member {
  if (reader.peek() === '[') {
    const posix = posixClass(reader, flags);
    if (posix !== undefined) return posix;
    reader.next();
    return rustClass(reader, flags);
  }
  const from = one(reader, flags);
  if (typeof from !== 'number') return from;
  if (reader.peek() !== '-' || reader.peek(1) === ']' || reader.peek(1) === '-')
    return unicodeRange(from, from, flags.fold);
  reader.next();
  const to = one(reader, flags);
  if (typeof to !== 'number' || to < from) throw invalid('a range of a class');
  return unicodeRange(from, to, flags.fold);
}

function one(reader: Reader, flags: Flags): number | Member {
  const character = reader.next();
  if (character !== '\\') return character.codePointAt(0) ?? 0;
  const member = escapedMember(reader, flags);
  if (member === undefined) throw invalid(`\\${reader.peek()} in a class`);
  return member;
}

function posixClass(reader: Reader, flags: Flags): Member | undefined {
  if (reader.peek(1) !== ':') return undefined;
  const start = reader.at;
  reader.at += 2;
  const negated = reader.take('^');
  const name = reader.run(/[a-z]/);
  const set = POSIX[name];
  if (set === undefined || !reader.take(':]')) {
    reader.at = start;
    return undefined;
  }
  const folded = flags.fold ? foldAscii(set) : set;
  return negated ? not(folded) : folded;
}

/** A set of ASCII characters with all that simple case folding makes equal to one of them. */
const foldAscii =
  (member: Member): Member =>
  (code) =>
    member(code) ||
    (member(code ^ 0x20) === true && /[A-Za-z]/.test(String.fromCodePoint(code))) ||
    (code === LONG_S && (member(0x73) || member(0x53))) ||
    (code === KELVIN && (member(0x6b) || member(0x4b)));

const LONG_S = 0x17f;
const KELVIN = 0x212a;
