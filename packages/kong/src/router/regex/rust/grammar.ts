import { type Flags, invalid, NO_FLAGS, type Node, type Parsed, unmodelled } from '../model.ts';
import { type Grammar, type Opened, parseWith, Reader } from '../parse.ts';
import { tabled } from '../sets.ts';
import { rustClass } from './class.ts';
import { escapedAssertion, escapedMember } from './escapes.ts';
import { unicodeRange } from './unicode.ts';

/** Rust's `regex` in Unicode mode; text is read as characters. */
export function parseRust(pattern: string): Parsed {
  return parseWith(new Reader(Array.from(pattern), RUST), NO_FLAGS);
}

const set = (member: (code: number) => boolean): Node => ({ kind: 'set', member: tabled(member) });

const charNode = (code: number, { fold }: Flags): Node =>
  fold && hasCases(code) ? set(unicodeRange(code, code, true)) : { kind: 'char', code };

/** Every character beyond ASCII may have. */
const hasCases = (code: number): boolean => code > 0x7f || /[A-Za-z]/.test(String.fromCharCode(code));

const RUST: Grammar = {
  possessive: false,
  escape(reader, flags) {
    const member = escapedMember(reader, flags);
    if (member === undefined) return escapedAssertion(reader);
    return typeof member === 'number' ? charNode(member, flags) : set(member);
  },
  charClass: (reader, flags) => set(rustClass(reader, flags)),
  group,
  count(reader) {
    const text = /^\{\s*(\d+)\s*(,?)\s*(\d*)\s*\}/.exec(reader.pattern.slice(reader.at, reader.at + 24).join(''));
    if (text === null || (text[2] === '' && text[3] !== '')) throw invalid('a { without a count');
    reader.at += Array.from(text[0]).length;
    const min = Number(text[1]);
    if (text[2] === '') return [min, min];
    return [min, text[3] === '' ? Number.POSITIVE_INFINITY : Number(text[3])];
  },
  literal: (character, flags) => charNode(character.codePointAt(0) ?? 0, flags),
  dot: ({ dotAll }) => set(dotAll ? () => true : (code) => code !== 0x0a),
  start: ({ lines }) => ({ kind: 'assert', what: lines ? 'line-start' : 'text-start' }),
  end: ({ lines }) => ({ kind: 'assert', what: lines ? 'line-end' : 'text-end' }),
};

function group(reader: Reader, flags: Flags): Opened {
  if (!reader.take('?')) throw invalid('a repetition of nothing');
  if (/^[=!]/.test(reader.peek()) || (reader.peek() === '<' && /^[=!]/.test(reader.peek(1))))
    throw invalid('look-around');
  if (reader.take('P<') || reader.take('<')) {
    const name = reader.until('>');
    if (name === undefined || !/^[\p{Alphabetic}_][\p{Alphabetic}\p{Nd}_.[\]]*$/u.test(name))
      throw invalid('the name of a group');
    const index = reader.capture(name);
    return { kind: 'group', flags, wrap: (of) => ({ kind: 'group', index, of }) };
  }
  const changed = readFlags(reader, flags);
  if (reader.take(')')) return { kind: 'flags', flags: changed };
  if (reader.take(':')) return { kind: 'group', flags: changed, wrap: (of) => of };
  throw invalid(`(?${reader.peek()}`);
}

const FLAGS: Readonly<Record<string, keyof Flags>> = {
  i: 'fold',
  m: 'lines',
  s: 'dotAll',
  x: 'spaced',
  U: 'swapGreed',
};

function readFlags(reader: Reader, flags: Flags): Flags {
  const changed = { ...flags };
  let on = true;
  for (;;) {
    const letter = reader.peek();
    const name = FLAGS[letter];
    if (name !== undefined) changed[name] = on;
    else if (letter === '-' && on) on = false;
    else if (letter === 'u' && on) reader.at += 0;
    else if (letter === 'u' || letter === 'R') throw unmodelled(`the flag ${letter}`);
    else return changed;
    reader.next();
  }
}
