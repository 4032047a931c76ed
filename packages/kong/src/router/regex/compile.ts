import { fromBytes, toBytes } from '../../wire/index.ts';
import { literalStart } from './literal.ts';
import { type Budget, RUNAWAY, runProgram, type Slots, type Units } from './machine.ts';
import { type Dialect, type Member, type Parsed, PatternFault } from './model.ts';
import { parsePcre } from './pcre/grammar.ts';
import { compileProgram, type Program } from './program.ts';
import { parseRust } from './rust/grammar.ts';
import { unicodeWord } from './rust/unicode.ts';
import { asciiWord, tabled } from './sets.ts';

/** One match. All texts are byte strings. */
export interface Found {
  /** Length of the match in bytes. */
  readonly length: number;
  readonly text: string;
  /** By number from 1, and by name; groups that took no part are left out. */
  readonly captures: ReadonlyMap<string | number, string>;
}

export interface Pattern {
  readonly source: string;
  /** Bytes with which a match at the start of a text begins. */
  readonly literal: string;
  /** Leftmost match of the text, a byte string of valid UTF-8 for `rust`; `runaway` where it takes too long to know. */
  find(text: string): Found | undefined | typeof RUNAWAY;
}

export interface PatternOptions {
  /** Only a match at the start of the text counts (`a` of `ngx.re`). */
  readonly anchored?: boolean;
}

export type Compiled =
  | { readonly ok: true; readonly pattern: Pattern }
  /** `invalid`: the engine refuses it too. */
  | { readonly ok: false; readonly kind: 'invalid' | 'unmodelled'; readonly what: string };

/** `source` is a byte string. Never throws. */
export function compilePattern(dialect: Dialect, source: string, options: PatternOptions = {}): Compiled {
  try {
    const rust = dialect === 'rust';
    const parsed = rust ? parseRust(fromBytes(source)) : parsePcre(source);
    const program = compileProgram(parsed, !rust);
    const unit = rust ? (code: number) => toBytes(String.fromCodePoint(code)) : String.fromCharCode;
    const literal = options.anchored || startsAnchored(source) ? literalStart(parsed.node, unit) : '';
    const find = rust ? characterFinder(parsed, program) : byteFinder(parsed, program, options.anchored ?? false);
    return { ok: true, pattern: { source, literal, find } };
  } catch (fault) {
    if (!(fault instanceof PatternFault)) throw fault;
    return { ok: false, kind: fault.kind, what: fault.message };
  }
}

/** `^` before everything; with `|` at the top `literalStart` finds nothing. */
const startsAnchored = (source: string): boolean => source.startsWith('^');

const word = tabled(unicodeWord);

/** Steps without a memory; most matches need a few dozen. */
const QUICK = 2000;
/** Bits of the memory; half a MiB, some milliseconds. */
const MOST_MEMORY = 1 << 22;

/** Linear in the text, whatever the pattern. */
function characterFinder(parsed: Parsed, program: Program) {
  return (text: string): Found | undefined | typeof RUNAWAY => {
    const units = charactersOf(text);
    const quick = search(program, word, units, false, { steps: QUICK, retries: QUICK });
    const found = quick === RUNAWAY ? remembering(program, units) : quick;
    if (found === undefined || found === RUNAWAY) return found;
    return foundOf(found, parsed, units);
  };
}

function remembering(program: Program, units: Units): Slots | undefined | typeof RUNAWAY {
  const bits = program.steps.length * (units.length + 1);
  if (bits > MOST_MEMORY) return RUNAWAY;
  const memory = new Uint32Array((bits >>> 5) + 1);
  return search(program, word, units, false, { steps: Infinity, retries: Infinity }, memory);
}

/** PCRE gives up at a limit of its own; below these figures it surely does not. */
const BYTE_BUDGET: Readonly<Budget> = { steps: 400_000, retries: 5000 };

function byteFinder(parsed: Parsed, program: Program, anchored: boolean) {
  return (text: string): Found | undefined | typeof RUNAWAY => {
    const units = bytesOf(text);
    const found = search(program, asciiWord, units, anchored, { ...BYTE_BUDGET });
    if (found === undefined || found === RUNAWAY) return found;
    return foundOf(found, parsed, units);
  };
}

function search(
  program: Program,
  isWord: Member,
  units: Units,
  anchored: boolean,
  budget: Budget,
  memory?: Uint32Array,
): Slots | undefined | typeof RUNAWAY {
  const last = anchored ? 0 : units.length;
  for (let start = 0; start <= last; start++) {
    const slots = runProgram(program, isWord, units, start, budget, memory);
    if (slots !== undefined) return slots;
  }
  return undefined;
}

function bytesOf(text: string): Units {
  const units = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

const charactersOf = (text: string): Units =>
  /^[\x00-\x7f]*$/.test(text) ? bytesOf(text) : Array.from(fromBytes(text), (one) => one.codePointAt(0) ?? 0);

function foundOf(slots: Slots, { groups, names }: Parsed, units: Units): Found {
  const bytes =
    units instanceof Uint8Array ? String.fromCharCode : (code: number) => toBytes(String.fromCodePoint(code));
  const slice = (group: number): string | undefined => {
    const [from = -1, to = -1] = [slots[2 * group], slots[2 * group + 1]];
    if (from < 0 || to < from) return undefined;
    let text = '';
    for (let i = from; i < to; i++) text += bytes(units[i] ?? 0);
    return text;
  };
  const text = slice(0) ?? '';
  const captures = new Map<string | number, string>();
  for (let group = 1; group <= groups; group++) {
    const captured = slice(group);
    if (captured !== undefined) captures.set(group, captured);
  }
  for (const [name, group] of names) {
    const captured = captures.get(group);
    if (captured !== undefined) captures.set(name, captured);
  }
  return { text, length: text.length, captures };
}
