import { type Assertion, type Flags, invalid, type Member, type Node, unmodelled } from '../model.ts';
import type { Reader } from '../parse.ts';
import { asciiWord, not, oneOf, POSIX, tabled } from '../sets.ts';

/** Byte classes of PCRE in the C locale; `\h` and `\v` know Latin-1's no-break space and next line. */
const DIGIT: Member = POSIX['digit'] ?? (() => false);
const CLASSES: Readonly<Record<string, Member>> = {
  d: DIGIT,
  s: oneOf(' \t\n\v\f\r'),
  w: asciiWord,
  h: oneOf(' \t\xa0'),
  v: oneOf('\n\v\f\r\x85'),
};
const CONTROLS: Readonly<Record<string, number>> = { a: 7, e: 0x1b, f: 0x0c, t: 9, n: 0x0a, r: 0x0d };
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  Z: 'last-line-end',
  b: 'word',
  B: 'not-word',
  G: 'text-start',
};
const LINE_FEED = 0x0a;
const NEWLINE: Node = {
  kind: 'atomic',
  of: {
    kind: 'choice',
    of: [
      {
        kind: 'sequence',
        of: [
          { kind: 'char', code: 0x0d },
          { kind: 'char', code: LINE_FEED },
        ],
      },
      { kind: 'set', member: tabled(CLASSES['v'] ?? DIGIT) },
    ],
  },
};

/** An escape for one byte or a set of them; undefined where it is something else. Backslash taken. */
export function byteMember(reader: Reader, inClass: boolean): number | Member | undefined {
  const letter = reader.peek();
  const set = CLASSES[letter.toLowerCase()];
  if (set !== undefined) {
    reader.next();
    return letter === letter.toLowerCase() ? set : not(set);
  }
  if (letter === 'p' || letter === 'P') throw unmodelled('\\p');
  if (letter === 'x') return hexByte(reader);
  if (letter === 'c' || letter === 'o') throw unmodelled(`\\${letter}`);
  if (letter === '0') return octal(reader);
  if (inClass && letter === 'b') return take(reader, 8);
  const control = CONTROLS[letter];
  if (control !== undefined) return take(reader, control);
  if (letter === '' || /[A-Za-z0-9]/.test(letter)) return undefined;
  return reader.next().charCodeAt(0);
}

export function otherEscape(reader: Reader, flags: Flags): Node {
  const letter = reader.next();
  const what = ASSERTIONS[letter];
  if (what !== undefined) return { kind: 'assert', what };
  if (letter === 'N' && reader.peek() !== '{') return { kind: 'set', member: (code) => code !== LINE_FEED };
  if (letter === 'R') return NEWLINE;
  if (letter === 'C') return { kind: 'set', member: () => true };
  if (/[1-9]/.test(letter)) return back(letter, reader, flags);
  if (letter === 'k' || letter === 'g') return named(letter, reader, flags);
  throw letter === '' ? invalid('a \\ at the end') : unmodelled(`\\${letter}`);
}

function take(reader: Reader, code: number): number {
  reader.next();
  return code;
}

function hexByte(reader: Reader): number {
  reader.next();
  const digits = reader.take('{') ? reader.until('}') : reader.run(/[0-9A-Fa-f]/, 2);
  const code = Number.parseInt(digits === undefined || digits === '' ? '0' : digits, 16);
  if (!(code <= 0xff)) throw invalid('\\x beyond a byte');
  return code;
}

const octal = (reader: Reader): number => Number.parseInt(reader.run(/[0-7]/, 3), 8) & 0xff;

/** A number of one digit is a group; of more, only if there are so many groups. */
function back(first: string, reader: Reader, { fold }: Flags): Node {
  if (/[0-9]/.test(reader.peek())) throw unmodelled(`\\${first}${reader.peek()}`);
  return reader.refer(Number(first), fold);
}

function named(letter: string, reader: Reader, { fold }: Flags): Node {
  const open = reader.peek();
  const close = { '{': '}', '<': '>', "'": "'" }[open];
  if (close === undefined || (letter === 'g' && open !== '{')) throw unmodelled(`\\${letter}`);
  reader.next();
  const name = reader.until(close) ?? '';
  const group = /^\d+$/.test(name)
    ? Number(name)
    : /^-\d+$/.test(name)
      ? reader.groups + 1 + Number(name)
      : reader.names.get(name);
  if (group === undefined || group < 1) throw unmodelled(`\\${letter}{${name}}`);
  return reader.refer(group, fold);
}
