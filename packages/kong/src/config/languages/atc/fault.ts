import { rustRegexFault } from '../rust/index.ts';
import { type Node, recognise } from './grammar.ts';
import { picture } from './picture.ts';
import type { Rule } from './rules-table.ts';

/** What the language of one release knows. */
export interface AtcDialect {
  /** `!(…)` */
  readonly negation: boolean;
  readonly streams: boolean;
  /** `http.path.segments.*`; `net.port` is read as `net.dst.port` then. */
  readonly segments: boolean;
  readonly queries: boolean;
}

type Kind = 'text' | 'number' | 'address' | 'network' | 'pattern';

/** What Kong's router says of an expression that it does not take (`router.validate`); undefined where it takes it. */
export function expressionFault(written: string, dialect: AtcDialect): string | undefined {
  const text = dialect.segments ? written.replace(/(net\.port)(\s*)([=><!])/g, 'net.dst.port$2$3') : written;
  const read = recognise(text, dialect.negation);
  if (!read.ok) return picture(text, `expected ${enumerated(read.expected)}`, read.at);
  const characters = Array.from(text);
  const predicates: Predicate[] = [];
  for (const node of read.predicates) {
    const predicate = predicateOf(node, characters);
    if ('fault' in predicate) return picture(text, predicate.fault, predicate.at.from, predicate.at.to);
    predicates.push(predicate);
  }
  for (const predicate of predicates) {
    const fault = typeFault(predicate, dialect);
    if (fault !== undefined) return fault;
  }
  return predicates.some(({ field }) => isBadSegment(field)) ? 'illformed http.path.segments.* field' : undefined;
}

function enumerated(rules: readonly Rule[]): string {
  if (rules.length < 3) return rules.join(' or ');
  return `${rules.slice(0, -1).join(', ')}, or ${rules.at(-1)}`;
}

interface Predicate {
  readonly field: string;
  readonly lower: boolean;
  readonly operator: string;
  readonly kind: Kind;
}

interface Fault {
  readonly fault: string;
  readonly at: Node;
}

function predicateOf({ children: [lhs, operator, rhs] }: Node, text: readonly string[]): Predicate | Fault {
  if (!lhs || !operator || !rhs) throw new TypeError('a predicate has three parts');
  const of = (node: Node): string => text.slice(node.from, node.to).join('');
  const left = leftOf(lhs, of);
  if ('fault' in left) return left;
  const value = valueOf(rhs, of);
  if ('fault' in value) return value;
  const name = of(operator).replace(/\s+/, ' ');
  if (name !== '~') return { ...left, operator: name, kind: value.kind };
  if (value.kind !== 'text') return { fault: 'regex operator can only be used with String operands', at: rhs };
  const fault = rustRegexFault(value.text ?? '');
  return fault === undefined ? { ...left, operator: name, kind: 'pattern' } : { fault, at: rhs };
}

type Left = Pick<Predicate, 'field' | 'lower'>;

function leftOf(lhs: Node, of: (node: Node) => string): Left | Fault {
  const [inner] = lhs.children;
  if (!inner || inner.rule === 'ident') return { field: of(lhs), lower: false };
  const [name, argument] = inner.children;
  if (!name || !argument) throw new TypeError('a function has a name and an argument');
  const left = leftOf(argument, of);
  if ('fault' in left) return left;
  const called = of(name);
  if (called === 'any') return left;
  return called === 'lower'
    ? { ...left, lower: true }
    : { fault: `unknown transformation function: ${called}`, at: inner };
}

interface Value {
  readonly kind: Kind;
  readonly text?: string;
}

function valueOf({ children: [literal] }: Node, of: (node: Node) => string): Value | Fault {
  if (!literal) throw new TypeError('a right side has a literal');
  const text = of(literal);
  switch (literal.rule) {
    case 'str_literal':
      return {
        kind: 'text',
        text: text.slice(1, -1).replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter),
      };
    case 'rawstr_literal':
      return { kind: 'text', text: text.slice(3, -2) };
    case 'int_literal':
      return integer(literal, of);
    case 'ipv4_literal':
      return isV4(text) ? { kind: 'address' } : { fault: 'invalid IPv4 address syntax', at: literal };
    case 'ipv6_literal':
      return v6(text) === undefined ? { fault: 'invalid IPv6 address syntax', at: literal } : { kind: 'address' };
    default:
      return network(literal, text);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const RADIX: Readonly<Partial<Record<Rule, string>>> = { hex_digits: '0x', oct_digits: '0o', dec_digits: '' };

function integer({ children: [digits] }: Node, of: (node: Node) => string): Value | Fault {
  if (!digits) throw new TypeError('a number has digits');
  const number = BigInt(`${RADIX[digits.rule] ?? ''}${of(digits)}`);
  return number < 1n << 63n ? { kind: 'number' } : { fault: 'number too large to fit in target type', at: digits };
}

/** Rust's own reader: four numbers to 255 without leading zeros. */
const isV4 = (text: string): boolean =>
  text.split('.').every((part) => /^(?:0|[1-9]\d*)$/.test(part) && Number(part) < 256);

/** The bits of an IPv6 address as the grammar lets it through: without an IPv4 tail. */
function v6(text: string): bigint | undefined {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));
  const [left, right] = [groups(head), groups(tail ?? '')];
  const count = left.length + right.length;
  if (tail === undefined ? count !== 8 : count > 7) return undefined;
  const all = [...left, ...new Array<string>(8 - count).fill('0'), ...right];
  if (!all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function network(literal: Node, text: string): Value | Fault {
  const [address = '', digits = ''] = text.split('/');
  const four = literal.rule === 'ipv4_cidr_literal';
  const bits = four
    ? isV4(address)
      ? address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)
      : undefined
    : v6(address);
  const [name, most] = four ? (['IPv4', 32] as const) : (['IPv6', 128] as const);
  if (bits === undefined)
    return { fault: `couldn't parse address in network: invalid ${name} address syntax`, at: literal };
  if (Number(digits) > 255)
    return { fault: "couldn't parse length in network: number too large to fit in target type", at: literal };
  if (Number(digits) > most)
    return {
      fault: `invalid length for network: Network length ${Number(digits)} is too long for ${name.replace('IP', 'Ip')} (maximum: ${most})`,
      at: literal,
    };
  const host = (1n << BigInt(most - Number(digits))) - 1n;
  return (bits & host) === 0n ? { kind: 'network' } : { fault: 'host part of address was not zero', at: literal };
}

const HTTP: Readonly<Record<string, Kind>> = { 'http.method': 'text', 'http.host': 'text', 'http.path': 'text' };
const NET: Readonly<Record<string, Kind>> = {
  'net.protocol': 'text',
  'tls.sni': 'text',
  'net.src.port': 'number',
  'net.dst.port': 'number',
  'net.src.ip': 'address',
  'net.dst.ip': 'address',
};

function kindOf(field: string, { streams, segments, queries }: AtcDialect): Kind | undefined {
  const fixed = Object.hasOwn(NET, field)
    ? NET[field]
    : streams || !Object.hasOwn(HTTP, field)
      ? undefined
      : HTTP[field];
  if (fixed !== undefined) return fixed;
  if (field === 'net.port') return segments ? undefined : 'number';
  if (streams) return undefined;
  const group = field.slice(0, Math.max(0, field.lastIndexOf('.')));
  if (segments && field === 'http.path.segments.len') return 'number';
  if (group === 'http.headers' || (queries && group === 'http.queries')) return 'text';
  return segments && group === 'http.path.segments' ? 'text' : undefined;
}

function typeFault({ field, lower, operator, kind }: Predicate, dialect: AtcDialect): string | undefined {
  const left = kindOf(field, dialect);
  if (left === undefined) return 'Unknown LHS field';
  const membership = operator === 'in' || operator === 'not in';
  if (operator !== '~' && !membership && left !== kind)
    return 'Type mismatch between the LHS and RHS values of predicate';
  if (lower && left !== 'text') return 'lower-case transformation function only supported with String type fields';
  if (operator === '~') return left === 'text' ? undefined : 'Regex operators only supports string operands';
  if (membership)
    return left === 'address' && kind === 'network' ? undefined : 'In/NotIn operators only supports IP in CIDR';
  if (operator === '^=' || operator === '=^')
    return kind === 'text' ? undefined : 'Regex/Prefix/Postfix operators only supports string operands';
  if (operator === 'contains') return kind === 'text' ? undefined : 'Contains operator only supports string operands';
  if (operator === '==' || operator === '!=' || kind === 'number') return undefined;
  return 'Greater/GreaterOrEqual/Lesser/LesserOrEqual operators only supports integer operands';
}

const SEGMENTS = 'http.path.segments.';

/** Kong's own check, made once the router has taken the expression. */
function isBadSegment(field: string): boolean {
  if (!field.startsWith(SEGMENTS)) return false;
  const which = field.slice(SEGMENTS.length);
  if (which === 'len') return false;
  const ends = /^(0|[1-9]\d*)(?:_([1-9]\d*))?$/.exec(which);
  return ends === null || (ends[2] !== undefined && Number(ends[1]) >= Number(ends[2]));
}
