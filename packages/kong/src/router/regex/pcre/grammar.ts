import { type Flags, invalid, NO_FLAGS, type Node, type Parsed, unmodelled } from '../model.ts';
import { type Grammar, type Opened, parseWith, Reader } from '../parse.ts';
import { tabled } from '../sets.ts';
import { otherCase, pcreClass } from './class.ts';
import { byteMember, otherEscape } from './escapes.ts';

/** PCRE as `ngx.re` compiles it without `u`: bytes, the C locale, line feed as the newline. `pattern` is a byte string. */
export function parsePcre(pattern: string): Parsed {
  return parseWith(new Reader(unquote(pattern).split(''), PCRE), NO_FLAGS);
}

/** `\\Q…\\E` as escapes. */
const unquote = (pattern: string): string =>
  pattern.replace(/\\Q([\s\S]*?)(?:\\E|$)|\\E|\\[\s\S]/g, (escape: string, text?: string) => {
    if (text !== undefined) return text.replace(/[^A-Za-z0-9]/g, '\\$&');
    return escape === '\\E' ? '' : escape;
  });

const set = (member: (code: number) => boolean): Node => ({ kind: 'set', member: tabled(member) });

function byteNode(code: number, fold: boolean): Node {
  const other = otherCase(code);
  return fold && other !== code ? set((one) => one === code || one === other) : { kind: 'char', code };
}

const COUNT = /^\{(\d+)(,?)(\d*)\}/;
/** Counts only of PCRE2 10.43 and later: `{,3}`, `{ 2 }`. */
const NEW_COUNT = /^\{ *(?:\d+ *,? *\d*|, *\d+) *\}/;

const PCRE: Grammar = {
  possessive: true,
  escape(reader, flags) {
    const member = byteMember(reader, false);
    if (member === undefined) return otherEscape(reader, flags);
    return typeof member === 'number' ? byteNode(member, flags.fold) : set(member);
  },
  charClass: (reader, flags) => set(pcreClass(reader, flags)),
  group,
  count(reader) {
    const rest = reader.pattern.slice(reader.at, reader.at + 24).join('');
    const text = COUNT.exec(rest);
    if (text === null || (text[2] === '' && text[3] !== '')) {
      if (NEW_COUNT.test(rest)) throw unmodelled('a count without its start');
      return undefined;
    }
    reader.at += text[0].length;
    const min = Number(text[1]);
    if (text[2] === '') return [min, min];
    return [min, text[3] === '' ? Number.POSITIVE_INFINITY : Number(text[3])];
  },
  skip: (reader) => reader.take('(?#') && reader.until(')') !== undefined,
  literal: (character, { fold }) => byteNode(character.charCodeAt(0), fold),
  dot: ({ dotAll }) => set(dotAll ? () => true : (code) => code !== 0x0a),
  start: ({ lines }) => ({ kind: 'assert', what: lines ? 'line-start' : 'text-start' }),
  end: ({ lines }) => ({ kind: 'assert', what: lines ? 'line-end' : 'last-line-end' }),
};

const LOOKS: readonly (readonly [opening: string, behind: boolean, negative: boolean])[] = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true],
];

function group(reader: Reader, flags: Flags): Opened {
  if (!reader.take('?')) throw unmodelled('a verb (*…)');
  if (reader.take('#')) {
    if (reader.until(')') === undefined) throw invalid('a comment without its end');
    return { kind: 'comment' };
  }
  for (const [opening, behind, negative] of LOOKS) {
    if (reader.take(opening)) return { kind: 'group', flags, wrap: (of) => ({ kind: 'look', behind, negative, of }) };
  }
  if (reader.take('>')) return { kind: 'group', flags, wrap: (of) => ({ kind: 'atomic', of }) };
  const close = reader.take('P<') || reader.take('<') ? '>' : reader.take("'") ? "'" : undefined;
  if (close !== undefined) {
    const name = reader.until(close);
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) throw invalid('the name of a group');
    const index = reader.capture(name);
    return { kind: 'group', flags, wrap: (of) => ({ kind: 'group', index, of }) };
  }
  const changed = readFlags(reader, flags);
  if (reader.take(')')) return { kind: 'flags', flags: changed };
  if (reader.take(':')) return { kind: 'group', flags: changed, wrap: (of) => of };
  throw unmodelled(`(?${reader.peek()}`);
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
    else return changed;
    reader.next();
  }
}
