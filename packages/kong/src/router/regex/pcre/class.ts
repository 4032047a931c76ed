import { type Flags, invalid, type Member, unmodelled } from '../model.ts';
import type { Reader } from '../parse.ts';
import { either, not, POSIX, range } from '../sets.ts';
import { byteMember } from './escapes.ts';

/** A class of bytes. The `[` is taken. */
export function pcreClass(reader: Reader, { fold }: Flags): Member {
  const negated = reader.take('^');
  const items: Member[] = [];
  for (let first = true; first || !reader.take(']'); first = false) {
    if (reader.done) throw invalid('a class without its end');
    items.push(folding(item(reader), fold));
  }
  const member = either(items);
  return negated ? not(member) : member;
}

/** The other case of an ASCII letter. */
export const otherCase = (code: number): number =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) ? code ^ 0x20 : code;

export const folding = (member: Member, fold: boolean): Member =>
  fold ? (code) => member(code) || member(otherCase(code)) : member;

function item(reader: Reader): Member {
  const posix = reader.peek() === '[' ? posixClass(reader) : undefined;
  if (posix !== undefined) return posix;
  const from = one(reader);
  if (typeof from !== 'number') return from;
  if (reader.peek() !== '-' || reader.peek(1) === ']' || reader.peek(1) === '') return range(from, from);
  reader.next();
  const to = reader.peek() === '[' && /[:.=]/.test(reader.peek(1)) ? undefined : one(reader);
  if (typeof to !== 'number' || to < from) throw invalid('a range of a class');
  return range(from, to);
}

function one(reader: Reader): number | Member {
  const character = reader.next();
  if (character !== '\\') return character.charCodeAt(0);
  const member = byteMember(reader, true);
  if (member === undefined) throw unmodelled(`\\${reader.peek()} in a class`);
  return member;
}

function posixClass(reader: Reader): Member | undefined {
  const opener = reader.peek(1);
  if (opener === '.' || opener === '=') throw unmodelled(`[${opener}`);
  if (opener !== ':') return undefined;
  const start = reader.at;
  reader.at += 2;
  const negated = reader.take('^');
  const name = reader.run(/[a-z]/);
  if (!reader.take(':]')) {
    reader.at = start;
    return undefined;
  }
  const set = POSIX[name];
  if (set === undefined) throw invalid(`[:${name}:]`);
  return negated ? not(set) : set;
}
